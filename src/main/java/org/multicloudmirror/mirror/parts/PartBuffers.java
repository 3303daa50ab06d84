package org.multicloudmirror.mirror.parts;

import java.util.ArrayDeque;
import java.util.Deque;

/** The memory that parts are held in, used again and again while there are parts, and given back after. */
final class PartBuffers {

    private final int size;
    private final Deque<byte[]> free = new ArrayDeque<>();
    private int used;

    /**
     * @param size of each, in bytes
     */
    PartBuffers(int size) {
        this.size = size;
    }

    synchronized byte[] take() {
        used++;
        byte[] buffer = free.poll();
        return buffer == null ? new byte[size] : buffer;
    }

    synchronized void giveBack(byte[] buffer) {
        used--;
        if (used == 0) {
            free.clear();
        } else {
            free.push(buffer);
        }
    }
}
