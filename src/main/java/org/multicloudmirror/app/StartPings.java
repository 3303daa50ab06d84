package org.multicloudmirror.app;

import java.util.concurrent.CompletableFuture;
import org.multicloudmirror.settings.Settings;

/** The pings at the start of an invocation: they are called beside it, and only those at its end wait for them. */
final class StartPings {

    private final CompletableFuture<Void> called;

    private StartPings(CompletableFuture<Void> called) {
        this.called = called;
    }

    static StartPings call(Engine engine, Settings settings) {
        return new StartPings(
                CompletableFuture.runAsync(() -> engine.send("direct:mirror-start", settings), StartPings::aside));
    }

    private static void aside(Runnable work) {
        Thread thread = new Thread(work, "pings");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until they have got there, or were given up. */
    void await() {
        called.join();
    }
}
