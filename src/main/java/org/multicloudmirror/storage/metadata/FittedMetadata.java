package org.multicloudmirror.storage.metadata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectMetadata;

/**
 * Metadata in a form that a store holds: as they are where it can, else packed; what fits in no form is left out.
 *
 * @param metadata what is written
 * @param lost what is not, each in a few words, such as {@code metadata "colour"}; empty when nothing is
 */
public record FittedMetadata(ObjectMetadata metadata, List<String> lost) {

    public FittedMetadata {
        lost = List.copyOf(lost);
    }

    /**
     * Fits an object's metadata into what a store holds. Where it is too much, what we add goes first, and then the
     * largest items, so that the fewest are lost.
     *
     * @param source the metadata, with nothing of ours
     * @param added what we add, names of ours to values, the most wanted first
     * @param yields whether that is left out, too, where something of the source would have to be packed for it
     * @param now until when a time of deletion has passed
     */
    public static FittedMetadata of(
            ObjectMetadata source,
            List<Map.Entry<String, String>> added,
            boolean yields,
            MetadataLimits limits,
            Instant now) {
        List<String> lost = new ArrayList<>(source.untold());
        Instant deleteAt = source.deleteAt();
        if (deleteAt != null && limits.deletesByTime() && !deleteAt.isAfter(now)) {
            lost.add("deletion at " + deleteAt + ", which has passed");
            deleteAt = null;
        }
        List<MetadataItem> items = items(source, limits, deleteAt);
        Optional<MetadataForm> alone = MetadataForm.fitting(items, List.of(), limits);
        while (alone.isEmpty()) {
            lost.add(removeLargest(items, limits).label());
            alone = MetadataForm.fitting(items, List.of(), limits);
        }
        MetadataForm form = withMost(added, items, alone.get(), yields, limits);
        return new FittedMetadata(metadata(source, form, limits, deleteAt), lost);
    }

    private static MetadataForm withMost(
            List<Map.Entry<String, String>> added,
            List<MetadataItem> items,
            MetadataForm alone,
            boolean yields,
            MetadataLimits limits) {
        for (int count = added.size(); count > 0; count--) {
            Optional<MetadataForm> both = MetadataForm.fitting(items, added.subList(0, count), limits)
                    .filter(form -> !yields || form.has(alone));
            if (both.isPresent()) {
                return both.get();
            }
        }
        return alone;
    }

    /** What takes no room need not go; without anything else all fits, so that there is something else. */
    private static MetadataItem removeLargest(List<MetadataItem> items, MetadataLimits limits) {
        int index = 0;
        while (items.get(index).takesNoRoom(limits)) {
            index++;
        }
        return items.remove(index);
    }

    private static ObjectMetadata metadata(
            ObjectMetadata source, MetadataForm form, MetadataLimits limits, @Nullable Instant deleteAt) {
        return new ObjectMetadata(
                form.headers(),
                form.user(),
                limits.holdsTags() ? source.tags() : Map.of(),
                limits.deletesByTime() ? deleteAt : null,
                source.storageClass());
    }

    /** The largest first. */
    private static List<MetadataItem> items(ObjectMetadata source, MetadataLimits limits, @Nullable Instant deleteAt) {
        List<MetadataItem> items = new ArrayList<>();
        source.headers().forEach((header, value) -> items.add(MetadataItem.header(header, value)));
        source.user().forEach((name, value) -> items.add(MetadataItem.user(name, value)));
        if (!source.tags().isEmpty() && !limits.holdsTags()) {
            items.add(MetadataItem.ours(OurNames.TAGS, FormText.of(source.tags()), "tags"));
        }
        if (deleteAt != null && !limits.deletesByTime()) {
            items.add(MetadataItem.ours(OurNames.DELETE_AT, deleteAt.toString(), "deletion at " + deleteAt));
        }
        items.sort(MetadataItem.LARGEST_FIRST);
        return items;
    }
}
