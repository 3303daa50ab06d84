package org.multicloudmirror.it.servers;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** How a request may go wrong. */
public enum Fault {
    INTERNAL_ERROR_500(500),
    BAD_GATEWAY_502(502),
    UNAVAILABLE_503(503),
    GATEWAY_TIMEOUT_504(504),
    THROTTLED_498(498),
    /** The token has run out; a client asks for another. */
    UNAUTHORIZED_401(401),
    THROTTLED_429(429) {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            exchange.getResponseHeaders().set("Retry-After", "1");
            super.strike(exchange, request);
        }
    },
    /** The connection is closed before any answer. */
    RESET(200) {
        @Override
        void strike(HttpExchange exchange, Forwarded request) {
            // the exchange is closed as it is
        }
    },
    /** Half the body, then the connection is closed. */
    TRUNCATED(200) {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            request.forward().giveHalf(exchange);
        }
    },
    /** Half the body, then silence for longer than a client waits. */
    STALLED(200) {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            request.forward().giveHalf(exchange);
            Answer.silence(new CountDownLatch(1)).give(exchange);
        }
    },
    /** One byte of the body is another. */
    CORRUPT(200) {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            Forwarded.Reply reply = request.forward();
            byte[] changed = reply.body();
            changed[changed.length / 2] ^= 1;
            reply.withBody(changed).give(exchange, "");
        }
    },
    /** It is done, and the answer never comes. */
    ANSWER_LOST(200) {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            request.forward();
        }
    },
    /** It is done, and the answer has another object's ETag. */
    WRONG_ETAG(200) {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            request.forward()
                    .withHeader("ETag", "0123456789abcdef0123456789abcdef")
                    .give(exchange, "");
        }
    };

    private final int status;

    /**
     * @param status of the answer, where one comes
     */
    Fault(int status) {
        this.status = status;
    }

    /** Gives the answer of the fault. */
    void strike(HttpExchange exchange, Forwarded request) throws IOException {
        Answer.text(status, "").give(exchange);
    }
}
