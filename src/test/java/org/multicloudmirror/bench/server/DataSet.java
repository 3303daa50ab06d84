package org.multicloudmirror.bench.server;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The generated objects of a bucket, which cost no memory however many they are.
 *
 * @param changed the number of an object that has another content than it has in other data sets, or {@link #NONE}
 * @param missing the number of an object that is not there, or {@link #NONE}
 */
record DataSet(KeyShape shape, long count, long size, long changed, long missing, List<StoredObject> variants) {

    static final long NONE = -1;

    /** The day of an old backup, so that nothing of it is young. */
    private static final Instant MODIFIED = Instant.parse("2024-01-02T03:04:05Z");

    /** Beyond it the MD5s of all variants would take longer to compute than a row to run. */
    private static final long LARGE = 16 << 20;

    static final DataSet EMPTY = of(KeyShape.FLAT, 0, 0, NONE, NONE);

    static DataSet of(KeyShape shape, long count, long size, long changed, long missing) {
        int contents = (int) Math.min(count, size > LARGE ? 2 : Content.VARIANTS);
        List<StoredObject> variants =
                IntStream.range(0, contents).mapToObj(v -> variant(v, size)).toList();
        return new DataSet(shape, count, size, changed, missing, variants);
    }

    private static StoredObject variant(int variant, long size) {
        String md5 = HexFormat.of().formatHex(Content.md5(variant, size));
        return StoredObject.plain(size, variant, md5, MODIFIED, "Content-Type: application/octet-stream\r\n");
    }

    String key(long number) {
        return shape.key(number);
    }

    /** The number of the first key that is not before another. */
    long ceiling(String key) {
        return shape.ceiling(key, count);
    }

    boolean has(long number) {
        return number < count && number != missing;
    }

    StoredObject object(long number) {
        // consecutive objects differ, and so do objects of the same number in consecutive folders
        long mixed = (number * 0x9E3779B97F4A7C15L) >>> 32;
        return variants.get((int) ((mixed + (number == changed ? 1 : 0)) % variants.size()));
    }
}
