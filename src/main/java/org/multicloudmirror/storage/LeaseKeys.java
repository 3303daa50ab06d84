package org.multicloudmirror.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The keys of leases, which are no user's objects: no listing of ours names them. */
public final class LeaseKeys {

    /** What each of them begins with, from the beginning of its bucket. */
    public static final String PREFIX = ".multi-cloud-mirror-lease/";

    /** What all of them come before, and what no other key comes before that they do. */
    static final String BEHIND = ".multi-cloud-mirror-lease0";

    private static final byte[] BYTES = PREFIX.getBytes(UTF_8);

    private LeaseKeys() {}

    /** Whether a whole key is a lease's. */
    public static boolean isOne(String key) {
        return key.startsWith(PREFIX);
    }

    /** A page without leases, whatever its order; the same where it has none. */
    static List<ObjectEntry> without(List<ObjectEntry> page) {
        IntPredicate isOther = page instanceof EntryColumns columns
                ? index -> !columns.keyStartsWith(index, BYTES)
                : index -> !isOne(page.get(index).key());
        if (IntStream.range(0, page.size()).allMatch(isOther)) {
            return page;
        }
        return IntStream.range(0, page.size())
                .filter(isOther)
                .mapToObj(page::get)
                .toList();
    }
}
