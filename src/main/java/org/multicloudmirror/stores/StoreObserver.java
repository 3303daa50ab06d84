package org.multicloudmirror.stores;

import org.multicloudmirror.http.RequestObserver;
import org.multicloudmirror.storage.RetryObserver;

/** Is told of what the stores are asked for. */
public interface StoreObserver extends RetryObserver {

    /** What is told of the requests of one store. */
    RequestObserver of(String store);
}
