package org.multicloudmirror.mirror.work;

/**
 * Is told how far one object is, of each buffer. Safe for use by many threads. Who counts no more than what passes needs
 * nothing else.
 */
@FunctionalInterface
public interface CopyProgress {

    /** More of its bytes have passed, or were copied on the server. */
    void pass(long bytes);

    /** So many of those that have passed must pass again. */
    default void repeat(long bytes) {
        // they have passed all the same
    }

    /** All that have passed must pass again. */
    default void restart() {
        // they have passed all the same
    }

    /** Its true size is known now, in bytes. */
    default void resize(long bytes) {
        // nobody asks how much is left
    }
}
