package org.multicloudmirror.mirror.list;

import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.select.KeyList;

/** Which of the keys that a run is about its source turned out to have. For one thread. */
final class NamedKeys {

    private final @Nullable KeyList keys;
    private final BitSet seen = new BitSet();

    /**
     * @param keys null when it is about all
     */
    NamedKeys(@Nullable KeyList keys) {
        this.keys = keys;
    }

    /** The source has a key; whether the run is about it. */
    boolean see(String key) {
        if (keys == null) {
            return true;
        }
        int place = keys.place(key);
        if (place < 0) {
            return false;
        }
        seen.set(place);
        return true;
    }

    /** Those that the source has not. */
    Stream<String> unseen() {
        KeyList all = keys;
        return all == null
                ? Stream.empty()
                : IntStream.range(0, all.size())
                        .filter(place -> !seen.get(place))
                        .mapToObj(all::key);
    }
}
