package org.multicloudmirror.mirror.copy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that all small bodies which wait to be sent share, however many workers there are. For many threads. */
final class SpoolMemory {

    /** A body up to this size, in bytes, is held in memory: that is cheaper than a file. */
    static final long SMALL = 1 << 20;

    private static final long ALL = 16L << 20;

    private final AtomicLong free = new AtomicLong(ALL);

    /** Takes memory for a body; false when there is not so much, or it is no small one. */
    boolean take(long bytes) {
        return bytes <= SMALL && free.getAndUpdate(left -> left < bytes ? left : left - bytes) >= bytes;
    }

    /** A body in memory that was taken for it, which is given back when it is closed, or cannot be read. */
    InputStream held(InputStream body, long taken) throws IOException {
        boolean isHeld = false;
        try {
            InputStream held = new Body(body.readAllBytes(), taken);
            isHeld = true;
            return held;
        } finally {
            if (!isHeld) {
                free.addAndGet(taken);
            }
        }
    }

    private final class Body extends ByteArrayInputStream {

        private final long taken;
        private final AtomicBoolean isClosed = new AtomicBoolean();

        Body(byte[] bytes, long taken) {
            super(bytes);
            this.taken = taken;
        }

        @Override
        public void close() {
            if (isClosed.compareAndSet(false, true)) {
                free.addAndGet(taken);
            }
        }
    }
}
