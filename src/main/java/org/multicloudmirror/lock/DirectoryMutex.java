package org.multicloudmirror.lock;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** One thread of one process at a time takes locks of a directory, so that each sees what the others have. */
final class DirectoryMutex {

    private static final String NAME = "overlaps";
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Another user who makes the file gives it free a moment later. */
    private static final Duration GIVEN_FREE = Duration.ofSeconds(1);

    private static final ReentrantLock THREADS = new ReentrantLock();

    private DirectoryMutex() {}

    /** What is done alone. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException;
    }

    /**
     * Waits for its turn, and works.
     *
     * @throws IOException when the file cannot be used, or another process stands still in its turn
     */
    static <T> T alone(LockDirectory directory, Work<T> work) throws IOException {
        THREADS.lock();
        try (FileChannel file = opened(directory)) {
            long begun = System.nanoTime();
            while (!LockFile.lock(file)) {
                if (System.nanoTime() - begun > LONGEST.toNanos()) {
                    throw new IOException("a process that stands still has locked " + directory.file(NAME));
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
            return work.done();
        } finally {
            THREADS.unlock();
        }
    }

    private static FileChannel opened(LockDirectory directory) throws IOException {
        long begun = System.nanoTime();
        while (true) {
            try {
                return LockFile.open(directory.file(NAME), directory.isTrusted());
            } catch (AccessDeniedException e) {
                if (System.nanoTime() - begun > GIVEN_FREE.toNanos()) {
                    throw e;
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }
}
