package org.multicloudmirror.storage;

/**
 * What the work of the present thread may take of all stores, beside what the process may: a run may have limits of its
 * own. It is told for the thread, since the stores that send and read are shared by all runs.
 */
public final class OwnLimits {

    private static final Limits NONE = Limits.none();

    private static final ThreadLocal<Limits> OF_THREAD = ThreadLocal.withInitial(() -> NONE);

    private OwnLimits() {}

    /** From now on this thread's requests, and what it opens to be read, count against these. */
    public static void enter(Limits limits) {
        OF_THREAD.set(limits);
    }

    /** From now on this thread works for nobody who has limits of his own. */
    public static void leave() {
        OF_THREAD.remove();
    }

    /** Those of the present thread. */
    public static Limits current() {
        return OF_THREAD.get();
    }
}
