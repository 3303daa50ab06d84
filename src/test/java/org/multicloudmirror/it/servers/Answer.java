package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a fake server answers to one request. */
@FunctionalInterface
public interface Answer {

    /** Longer than any test waits. */
    int FOR_EVER_SECONDS = 90;

    void give(HttpExchange exchange) throws IOException;

    /** An error of S3. */
    static Answer error(int status, String code) {
        return text(status, "<Error><Code>" + code + "</Code><Message>as scripted</Message></Error>");
    }

    static Answer text(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            boolean hasBody = bytes.length > 0 && !isHead;
            if (isHead) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
            }
            exchange.sendResponseHeaders(status, hasBody ? bytes.length : -1);
            if (hasBody) {
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    /**
     * Takes the whole request and answers nothing.
     *
     * @param reached opens when the request is in
     */
    static Answer silence(CountDownLatch reached) {
        return exchange -> {
            exchange.getRequestBody().readAllBytes();
            reached.countDown();
            try {
                TimeUnit.SECONDS.sleep(FOR_EVER_SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Announces the whole text, sends half of it and hangs up. */
    static Answer halfOf(String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
        };
    }
}
