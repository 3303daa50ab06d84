package org.multicloudmirror.mirror.parts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ETag;

/**
 * The MD5s of the parts that a source is taken to have, while it passes by in the parts of the destination. Where both
 * have a boundary, what follows is hashed independently; between such places the destination's parts take turns.
 */
final class SourceHashes {

    private static final int NONE = -1;

    private final long[] ends;
    private final @Nullable ETag[] md5s;
    private final List<Chain> chains = new ArrayList<>();
    private final int[] twins;
    private boolean broken;

    /** Neighbouring parts of the destination that begin and end where parts of the source do, and nowhere between. */
    private static final class Chain {
        private int turn;
        private HashState state;

        Chain(int firstPart, HashState state) {
            this.turn = firstPart;
            this.state = state;
        }
    }

    /**
     * @param source the sizes of the source's parts, in bytes
     * @param destination those of the destination; the sums are the same
     */
    SourceHashes(List<Long> source, List<Long> destination) {
        this.ends = new long[source.size()];
        this.md5s = new ETag[source.size()];
        Set<Long> boundaries = new HashSet<>();
        long offset = 0;
        for (int piece = 0; piece < ends.length; piece++) {
            offset += source.get(piece);
            ends[piece] = offset;
            if (source.get(piece) == 0) {
                // an empty part, as an object may end with
                md5s[piece] = ETag.OF_NOTHING;
            }
            boundaries.add(offset);
        }
        this.twins = new int[destination.size()];
        buildChains(destination, boundaries);
    }

    private void buildChains(List<Long> destination, Set<Long> boundaries) {
        long offset = 0;
        boolean isFresh = true;
        for (int part = 0; part < destination.size(); part++) {
            Chain before = isFresh ? null : chains.get(part - 1);
            int piece = pieceAt(offset);
            chains.add(before == null ? new Chain(part, new HashState(ends, piece, offset)) : before);
            offset += destination.get(part);
            twins[part] = isFresh && offset == ends[piece] ? piece : NONE;
            isFresh = boundaries.contains(offset);
        }
    }

    private int pieceAt(long offset) {
        int found = Arrays.binarySearch(ends, offset);
        int piece = found >= 0 ? found + 1 : -found - 1;
        // empty ones have been seen
        while (piece < ends.length - 1 && ends[piece] == offset) {
            piece++;
        }
        return piece;
    }

    /** Whether a part of the destination is a part of the source: its MD5 need not be made twice. */
    boolean isTwin(int part) {
        return twins[part] != NONE;
    }

    /** The MD5 of such a part. */
    synchronized void give(int part, ETag md5) {
        md5s[twins[part]] = md5;
    }

    /**
     * The state to hash a part of the destination with, as soon as it is that part's turn; the turn is kept until
     * {@link #leave}.
     *
     * @throws PartsBrokenException when another part failed for good
     */
    synchronized HashState enter(int part) {
        Chain chain = chains.get(part);
        while (chain.turn != part && !broken) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PartsBrokenException();
            }
        }
        if (broken) {
            throw new PartsBrokenException();
        }
        return chain.state.copy();
    }

    /** A part has passed whole; the state is what it left. */
    synchronized void leave(int part, HashState state) {
        Chain chain = chains.get(part);
        chain.state = state;
        chain.turn = part + 1;
        state.found().forEach((piece, md5) -> md5s[piece] = md5);
        notifyAll();
    }

    /** Lets those go who wait for a part that failed for good. */
    synchronized void abandon() {
        broken = true;
        notifyAll();
    }

    /** The MD5s of all parts of the source, once all has passed. */
    synchronized List<ETag> md5s() {
        List<ETag> all = new ArrayList<>(md5s.length);
        for (ETag md5 : md5s) {
            if (md5 == null) {
                throw new IllegalStateException("not all of the source has passed");
            }
            all.add(md5);
        }
        return all;
    }
}
