package org.multicloudmirror.mirror.parts;

import java.util.ArrayList;
import java.util.List;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Md5;

/**
 * One part's turn to be hashed: by itself, and for the parts of the source that it is cut from. It may be thrown away at
 * any time, as if it had not been.
 */
final class PartTurn {

    private final int part;
    private final List<SourceHashes> twins = new ArrayList<>();
    private final List<SourceHashes> others = new ArrayList<>();
    private final List<HashState> states = new ArrayList<>();
    private final Md5 md5 = new Md5();

    /**
     * Waits until it is this part's turn with all that the source is proven by.
     *
     * @throws PartsBrokenException when another part failed for good
     */
    PartTurn(int part, List<SourceHashes> hashes) {
        this.part = part;
        for (SourceHashes source : hashes) {
            (source.isTwin(part) ? twins : others).add(source);
        }
        others.forEach(source -> states.add(source.enter(part)));
    }

    /** Takes the part's next bytes. */
    void update(byte[] buffer, int from, int length) {
        md5.update(buffer, from, length);
        // there are several where it is not known how the source was cut
        states.forEach(state -> state.update(buffer, from, length));
    }

    /** The MD5 of the part; asked once, when it has passed whole. */
    ETag md5() {
        return md5.tag();
    }

    /**
     * Ends the turn of a part that has passed whole.
     *
     * @param tag its MD5
     */
    void leave(ETag tag) {
        twins.forEach(source -> source.give(part, tag));
        for (int i = 0; i < others.size(); i++) {
            others.get(i).leave(part, states.get(i));
        }
    }
}
