package org.multicloudmirror.mirror.parts;

import java.util.Map;
import java.util.TreeMap;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Md5;

/** Bytes that are hashed in pieces as they pass. A copy of it can be thrown away when they must pass again. */
final class HashState {

    private final long[] ends;
    private Md5 md5;
    private final Map<Integer, ETag> found = new TreeMap<>();
    private int piece;
    private long offset;

    /**
     * @param ends where the pieces end, in bytes from the beginning of the object
     * @param piece the first one that is hashed
     * @param offset where it begins
     */
    HashState(long[] ends, int piece, long offset) {
        this(ends, new Md5(), piece, offset);
    }

    private HashState(long[] ends, Md5 md5, int piece, long offset) {
        this.ends = ends;
        this.md5 = md5;
        this.piece = piece;
        this.offset = offset;
    }

    /** The same, without what was found already. */
    HashState copy() {
        return new HashState(ends, md5.copy(), piece, offset);
    }

    /** Takes further bytes. */
    void update(byte[] buffer, int from, int length) {
        int begin = from;
        int left = length;
        while (left > 0) {
            while (ends[piece] == offset) {
                // an empty piece, which needs no hashing
                piece++;
            }
            int taken = (int) Math.min(left, ends[piece] - offset);
            md5.update(buffer, begin, taken);
            begin += taken;
            left -= taken;
            offset += taken;
            if (offset == ends[piece]) {
                found.put(piece, md5.tag());
                md5 = new Md5();
                piece++;
            }
        }
    }

    /** The MD5s of the pieces that ended, by their indexes. */
    Map<Integer, ETag> found() {
        return found;
    }
}
