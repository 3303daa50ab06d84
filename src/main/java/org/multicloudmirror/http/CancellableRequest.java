package org.multicloudmirror.http;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** A request whose connection can be dropped at any time: closing its reply would first read all that is left. */
final class CancellableRequest extends BasicClassicHttpRequest implements CancellableDependency {

    private static final long serialVersionUID = 1L;

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final transient AtomicReference<@Nullable Cancellable> exchange = new AtomicReference<>();

    CancellableRequest(String method, String target) {
        super(method, target);
    }

    @Override
    public void setDependency(Cancellable dependency) {
        if (cancelled.get()) {
            dependency.cancel();
        } else {
            exchange.set(dependency);
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get();
    }

    /** Drops the connection, unless the reply was read to its end and the connection given back. */
    @Override
    public boolean cancel() {
        Cancellable running = exchange.getAndSet(null);
        return cancelled.compareAndSet(false, true) && running != null && running.cancel();
    }
}
