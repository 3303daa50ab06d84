package org.multicloudmirror.testing;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.multicloudmirror.storage.ObjectContent;

/** A store that gives out the objects of one bucket one by one, each when it is told to; those of others at once. */
public final class SteppedStore extends FakeStore {

    private final String slow;
    private final Semaphore steps = new Semaphore(0);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /**
     * @param slow the bucket
     */
    public SteppedStore(String slow) {
        this.slow = slow;
    }

    /** Waits until so many of its objects are being read. */
    public void awaitReading(int objects) {
        Awaitility.await().until(() -> waiting.get() == objects);
    }

    /** How many of them were being read at once. */
    public int mostReading() {
        return most.get();
    }

    /** Gives so many more of them out. */
    public void step(int objects) {
        steps.release(objects);
    }

    @Override
    public ObjectContent get(String bucket, String key) {
        if (bucket.equals(slow)) {
            most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
            steps.acquireUninterruptibly();
            waiting.decrementAndGet();
        }
        return super.get(bucket, key);
    }
}
