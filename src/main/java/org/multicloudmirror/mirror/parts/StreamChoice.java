package org.multicloudmirror.mirror.parts;

import java.time.Duration;
import java.util.List;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.PartLayout;

/**
 * Which large objects are better sent as one stream: it hashes each byte once and makes two requests instead of two a
 * part. Parts are for connections that would idle, or are so slow that a stream that breaks is a loss.
 */
final class StreamChoice {

    /** How much is put at stake by a stream. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final int copies;

    /**
     * @param copies how many objects are copied at a time
     */
    StreamChoice(int copies) {
        this.copies = copies;
    }

    /**
     * Whether an object goes as one stream.
     *
     * @param info as its own headers tell it
     * @param layouts what it may have been put together from
     * @param carried the parts that its own source had
     * @param most what the destination takes at once, in bytes
     */
    boolean isBetter(Copy copy, ObjectInfo info, List<PartLayout> layouts, List<Long> carried, long most) {
        boolean isPlain = info.etag().isMd5() && layouts.isEmpty() && carried.isEmpty();
        // one that the listing tells otherwise is looked at again when it is opened
        boolean isAsListed = info.size() == copy.task().entry().size();
        return isPlain
                && isAsListed
                && info.size() <= most
                && copy.attempts() <= 1
                && copy.run().open() >= copies
                && copy.run().rate().expected(info.size()).compareTo(LONGEST) <= 0;
    }
}
