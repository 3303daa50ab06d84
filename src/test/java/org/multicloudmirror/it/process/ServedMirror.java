package org.multicloudmirror.it.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A service under way, and what it tells over HTTP. */
public final class ServedMirror {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final StartedMirror process;
    private final int port;

    ServedMirror(StartedMirror process, int port) {
        this.process = process;
        this.port = port;
    }

    public StartedMirror process() {
        return process;
    }

    /** Where it tells. */
    public int port() {
        return port;
    }

    /** Waits until its log has a text. */
    public ServedMirror awaitErr(String text) {
        process.awaitErr(text);
        return this;
    }

    /** The status of a path below {@code /observe/}. */
    public int status(String path) {
        return get(path).map(HttpResponse::statusCode).orElse(0);
    }

    /** The figures as Prometheus gets them; empty when it does not answer. */
    public String metrics() {
        return get("metrics").map(HttpResponse::body).orElse("");
    }

    /** How many runs of a scenario ended with a status. */
    public int ended(String name, String status) {
        return (int) value("mirror_runs_total{scenario=\"" + name + "\",status=\"" + status + "\"}");
    }

    private double value(String series) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .sum();
    }

    /** The value of a series, once it is more than 0. */
    public double awaitMetric(String series) {
        await().until(() -> value(series) > 0);
        return value(series);
    }

    /** Waits until so many runs of a scenario have ended well, or more. */
    public ServedMirror awaitOk(String name, int runs) {
        await().until(() -> ended(name, "ok") >= runs || !process.isAlive());
        if (ended(name, "ok") < runs) {
            throw new AssertionError(name + " did not run so often:\n" + metrics() + process.err());
        }
        return this;
    }

    /** Ends it by SIGTERM. */
    public MirrorRun end() {
        return process.signal("TERM").await();
    }

    private Optional<HttpResponse<String>> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/observe/" + path))
                .timeout(LONGEST)
                .build();
        try {
            return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
