package org.multicloudmirror.storage;

import java.util.Set;

/**
 * What a store holds of an object's metadata as it is; the rest needs another form. All sizes are in bytes.
 *
 * @param nameBytes of the longest name
 * @param valueBytes of the longest value, as it is on the wire
 * @param items how many there may be
 * @param totalBytes of all names and values together
 * @param isAscii whether headers must be ASCII, and values that are not go as encoded words (RFC 2047)
 * @param foldsUnderscores whether {@code _} in a name becomes {@code -}
 * @param holdsTags whether it has tags beside the metadata
 * @param deletesByTime whether it deletes an object by itself when its time has come
 * @param drops the headers that it takes and does not keep
 */
public record MetadataLimits(
        int nameBytes,
        int valueBytes,
        int items,
        int totalBytes,
        boolean isAscii,
        boolean foldsUnderscores,
        boolean holdsTags,
        boolean deletesByTime,
        Set<ContentHeader> drops) {

    private static final int MANY = Integer.MAX_VALUE;

    public MetadataLimits {
        drops = Set.copyOf(drops);
    }

    /** Of a store that keeps each header that it takes. */
    public MetadataLimits(
            int nameBytes,
            int valueBytes,
            int items,
            int totalBytes,
            boolean isAscii,
            boolean foldsUnderscores,
            boolean holdsTags,
            boolean deletesByTime) {
        this(nameBytes, valueBytes, items, totalBytes, isAscii, foldsUnderscores, holdsTags, deletesByTime, Set.of());
    }

    /** Takes whatever it is given, and has neither tags nor times. */
    public static final MetadataLimits NONE = new MetadataLimits(MANY, MANY, MANY, MANY, false, false, false, false);

    /** Swift's defaults ({@code /info}: max_meta_name_length and its neighbours); WSGI folds the names. */
    public static final MetadataLimits SWIFT = new MetadataLimits(128, 256, 90, 4096, false, true, false, true);

    /** The sum of all names and values is what S3 limits (S3 user guide, "User-defined object metadata"). */
    public static final MetadataLimits S3 = new MetadataLimits(2048, 2048, MANY, 2048, true, false, true, false);

    /** The same for a server that has turned out to have no tags. */
    public MetadataLimits withoutTags() {
        return new MetadataLimits(
                nameBytes, valueBytes, items, totalBytes, isAscii, foldsUnderscores, false, deletesByTime, drops);
    }

    /** The same for a server that has turned out to hold less; of each pair the smaller counts. */
    public MetadataLimits within(int names, int values, int count, int total) {
        return new MetadataLimits(
                Math.min(nameBytes, names),
                Math.min(valueBytes, values),
                Math.min(items, count),
                Math.min(totalBytes, total),
                isAscii,
                foldsUnderscores,
                holdsTags,
                deletesByTime,
                drops);
    }

    /** The same for a server that has turned out to drop these headers. */
    public MetadataLimits dropping(Set<ContentHeader> headers) {
        return new MetadataLimits(
                nameBytes, valueBytes, items, totalBytes, isAscii, foldsUnderscores, holdsTags, deletesByTime, headers);
    }
}
