package org.multicloudmirror.testing;

import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.multicloudmirror.storage.ObjectContent;

/** A store that gives no object out before it is told to go on. */
public final class HeldStore extends FakeStore {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** Waits until an object is asked for. */
    public void awaitReached() {
        Awaitility.await().until(() -> reached.getCount() == 0);
    }

    public void goOn() {
        goOn.countDown();
    }

    @Override
    public ObjectContent get(String bucket, String key) {
        reached.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return super.get(bucket, key);
    }
}
