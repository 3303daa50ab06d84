package org.multicloudmirror.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Lets a service start, do nothing for a while, and end. */
final class IdleService {

    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final URI ready;

    IdleService(String ready) {
        this.ready = URI.create(ready);
    }

    void passTheTime(Watched process) throws IOException, InterruptedException {
        while (process.look() && !isReady()) {
            // each look waits
        }
        long since = System.nanoTime();
        while (process.look() && System.nanoTime() - since < IDLE_NANOS) {
            // so that its memory is seen when it has come to rest
        }
        process.terminate();
    }

    private boolean isReady() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (ConnectException e) {
            return false;
        } finally {
            connection.disconnect();
        }
    }
}
