package org.multicloudmirror.storage.metadata;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.PartLayout;

/** The names of the user metadata that are ours. They never go from one copy to the next. */
public final class OurNames {

    /** The source's tag, in quotes when it is no MD5. */
    public static final String SOURCE_ETAG = "mirror-source-etag";

    /** When the source was last written, as ISO 8601. */
    public static final String SOURCE_MODIFIED = "mirror-source-modified";

    /** The sizes of the source's parts, where the copy has others. */
    public static final String SOURCE_PARTS = "mirror-source-parts";

    /** Tags, where the store has none, in form encoding. */
    static final String TAGS = "mirror-tags";

    /** When the object is to be deleted, where the store does not do that, as ISO 8601. */
    static final String DELETE_AT = "mirror-delete-at";

    private static final String PACKED = "mirror-metadata-";
    private static final Pattern PACKED_NUMBER = Pattern.compile(PACKED + "[1-9]\\d{0,3}");
    private static final Set<String> SINGLE = Set.of(SOURCE_ETAG, SOURCE_MODIFIED, SOURCE_PARTS, TAGS, DELETE_AT);

    private OurNames() {}

    /** Whether an item tells of the source of a copy of ours; one of a user's own may bear such a name. */
    static boolean isOfSource(String name, String value) {
        return switch (name) {
            case SOURCE_ETAG -> value.startsWith("\"") || ETag.parse(value).isMd5();
            case SOURCE_MODIFIED -> isTime(value);
            case SOURCE_PARTS -> !PartLayout.sizes(value).isEmpty();
            default -> false;
        };
    }

    private static boolean isTime(String value) {
        try {
            Instant.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The name of a piece of what is packed, the first of which is 1. */
    static String packed(int number) {
        return PACKED + number;
    }

    /** Whether a name is one of ours, so that an item of a user's of that name needs another form. */
    static boolean isOurs(String name) {
        return SINGLE.contains(name) || PACKED_NUMBER.matcher(name).matches();
    }
}
