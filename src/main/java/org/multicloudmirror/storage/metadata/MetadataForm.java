package org.multicloudmirror.storage.metadata;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.MetadataLimits;

/**
 * Which headers and user metadata items become at a store.
 *
 * @param headers those that it holds as they are
 * @param user the same of user metadata, and the pieces of what is packed
 */
record MetadataForm(Map<ContentHeader, String> headers, Map<String, String> user) {

    /**
     * A form that the store holds, with as much as possible as it is; empty when there is none.
     *
     * @param items the largest first
     * @param added what is not to be packed
     */
    static Optional<MetadataForm> fitting(
            List<MetadataItem> items, List<Map.Entry<String, String>> added, MetadataLimits limits) {
        List<MetadataItem> held = new ArrayList<>();
        List<MetadataItem> packed = new ArrayList<>();
        for (MetadataItem item : items) {
            (item.isHeld(limits) ? held : packed).add(item);
        }
        List<MetadataItem> movable =
                held.stream().filter(item -> !item.takesNoRoom(limits)).toList();
        // twice as many each time: an exact number would cost a packing for each item
        for (int moved = 0; ; moved = Math.min(movable.size(), Math.max(1, 2 * moved))) {
            List<MetadataItem> away = movable.subList(0, moved);
            MetadataForm form = form(without(held, away), with(packed, away), added, limits);
            if (form.fits(limits)) {
                return Optional.of(form);
            }
            if (moved == movable.size()) {
                return Optional.empty();
            }
        }
    }

    /** Whether this has all that another form of the same items has, nothing of it packed. */
    boolean has(MetadataForm other) {
        return headers.equals(other.headers) && user.entrySet().containsAll(other.user.entrySet());
    }

    private static List<MetadataItem> without(List<MetadataItem> items, List<MetadataItem> away) {
        List<MetadataItem> rest = new ArrayList<>(items);
        rest.removeAll(away);
        return rest;
    }

    private static List<MetadataItem> with(List<MetadataItem> items, List<MetadataItem> more) {
        List<MetadataItem> all = new ArrayList<>(items);
        all.addAll(more);
        return all;
    }

    private static MetadataForm form(
            List<MetadataItem> held,
            List<MetadataItem> packed,
            List<Map.Entry<String, String>> added,
            MetadataLimits limits) {
        Map<ContentHeader, String> headers = new EnumMap<>(ContentHeader.class);
        Map<String, String> user = new TreeMap<>();
        for (MetadataItem item : held) {
            ContentHeader.ofHttpName(item.name())
                    .ifPresentOrElse(
                            header -> headers.put(header, item.value()), () -> user.put(item.name(), item.value()));
        }
        added.forEach(entry -> user.put(entry.getKey(), entry.getValue()));
        user.putAll(pieces(packed, limits));
        return new MetadataForm(headers, user);
    }

    private static Map<String, String> pieces(List<MetadataItem> packed, MetadataLimits limits) {
        Map<String, String> pieces = new TreeMap<>();
        if (packed.isEmpty()) {
            return pieces;
        }
        Map<String, String> fields = new TreeMap<>();
        packed.forEach(item -> fields.put(item.name(), item.value()));
        String word = PackedFields.pack(fields);
        for (int from = 0; from < word.length(); from += limits.valueBytes()) {
            int to = Math.min(word.length(), from + Math.min(limits.valueBytes(), word.length()));
            pieces.put(OurNames.packed(pieces.size() + 1), word.substring(from, to));
        }
        return pieces;
    }

    private boolean fits(MetadataLimits limits) {
        int total = 0;
        for (Map.Entry<String, String> item : user.entrySet()) {
            total += MetadataItem.bytes(item.getKey()) + MetadataItem.bytes(MetadataItem.wire(item.getValue(), limits));
        }
        return user.size() <= limits.items() && total <= limits.totalBytes();
    }
}
