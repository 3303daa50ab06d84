package org.multicloudmirror.app;

import org.multicloudmirror.delivery.DeliveryObserver;
import org.multicloudmirror.mirror.run.RunObserver;
import org.multicloudmirror.storage.RetryObserver;
import org.multicloudmirror.stores.StoreObserver;

/** Who is told of what goes on, where somebody watches. */
public record Observers(StoreObserver stores, RunObserver runs, DeliveryObserver deliveries) {

    void objectRetried() {
        stores.retried(RetryObserver.Kind.OBJECT);
    }
}
