package org.multicloudmirror.storage.metadata;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.ObjectMetadata;

/** What an object's metadata are once all that a mirror added to them is undone. */
public final class RestoredMetadata {

    private final Map<ContentHeader, String> headers = new EnumMap<>(ContentHeader.class);
    private final Map<String, String> user;
    private final Map<String, String> tags;
    private @Nullable Instant deleteAt;

    private RestoredMetadata(ObjectMetadata held) {
        headers.putAll(held.headers());
        user = new TreeMap<>(held.user());
        tags = new TreeMap<>(held.tags());
        deleteAt = held.deleteAt();
    }

    /**
     * The metadata without anything of ours: what is packed is unpacked, tags and times are tags and times again. What
     * bears a name of ours and cannot be read is someone else's, and stays.
     */
    public static ObjectMetadata of(ObjectMetadata held) {
        RestoredMetadata restored = new RestoredMetadata(held);
        restored.user.entrySet().removeIf(entry -> OurNames.isOfSource(entry.getKey(), entry.getValue()));
        restored.unpack();
        restored.readTags();
        restored.readTime();
        return new ObjectMetadata(
                restored.headers,
                restored.user,
                restored.tags,
                restored.deleteAt,
                held.storageClass(),
                held.chosenClass(),
                held.untold());
    }

    private void unpack() {
        StringBuilder word = new StringBuilder();
        int pieces = 0;
        for (String piece = user.get(OurNames.packed(1));
                piece != null;
                piece = user.get(OurNames.packed(pieces + 1))) {
            word.append(piece);
            pieces++;
        }
        Optional<Map<String, String>> fields = pieces == 0 ? Optional.empty() : PackedFields.unpack(word.toString());
        if (fields.isEmpty()) {
            return;
        }
        for (int number = 1; number <= pieces; number++) {
            user.remove(OurNames.packed(number));
        }
        fields.get().forEach((name, value) -> ContentHeader.ofHttpName(name)
                .ifPresentOrElse(header -> headers.put(header, value), () -> user.put(name, value)));
    }

    private void readTags() {
        String text = user.get(OurNames.TAGS);
        if (text != null) {
            FormText.fields(text).ifPresent(found -> {
                found.forEach(tags::putIfAbsent);
                user.remove(OurNames.TAGS);
            });
        }
    }

    private void readTime() {
        String text = user.get(OurNames.DELETE_AT);
        if (text == null) {
            return;
        }
        try {
            Instant carried = Instant.parse(text);
            deleteAt = deleteAt == null ? carried : deleteAt;
            user.remove(OurNames.DELETE_AT);
        } catch (DateTimeParseException e) {
            // no time of ours
        }
    }
}
