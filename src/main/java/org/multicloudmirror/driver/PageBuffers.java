package org.multicloudmirror.driver;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Buffers for pages, used again: each is of a megabyte or two, and would else be what the heap is cleaned for. Those that
 * nobody uses go when memory is short. For many threads.
 */
final class PageBuffers {

    private static final int KEPT = 8;

    private final Deque<SoftReference<byte[]>> free = new ArrayDeque<>();

    /** A buffer of at least so many bytes, which hold anything. */
    byte[] take(int least) {
        byte[] kept = kept(least);
        return kept == null ? new byte[least] : kept;
    }

    private synchronized byte @Nullable [] kept(int least) {
        for (Iterator<SoftReference<byte[]>> all = free.iterator(); all.hasNext(); ) {
            byte[] buffer = all.next().get();
            if (buffer == null || buffer.length >= least) {
                all.remove();
            }
            if (buffer != null && buffer.length >= least) {
                return buffer;
            }
        }
        return null;
    }

    /** Gives a buffer back. */
    synchronized void give(byte[] buffer) {
        free.addFirst(new SoftReference<>(buffer));
        if (free.size() > KEPT) {
            free.removeLast();
        }
    }
}
