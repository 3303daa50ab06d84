package org.multicloudmirror.it.servers;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** How a request may go wrong. */
public enum Fault {
    INTERNAL_ERROR_500 {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            Answer.text(500, "").give(exchange);
        }
    },
    BAD_GATEWAY_502 {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            Answer.text(502, "").give(exchange);
        }
    },
    UNAVAILABLE_503 {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            Answer.text(503, "").give(exchange);
        }
    },
    GATEWAY_TIMEOUT_504 {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            Answer.text(504, "").give(exchange);
        }
    },
    THROTTLED_429 {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            exchange.getResponseHeaders().set("Retry-After", "1");
            Answer.text(429, "").give(exchange);
        }
    },
    THROTTLED_498 {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            Answer.text(498, "").give(exchange);
        }
    },
    /** The token has run out; a client asks for another. */
    UNAUTHORIZED_401 {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            Answer.text(401, "").give(exchange);
        }
    },
    /** The connection is closed before any answer. */
    RESET {
        @Override
        void strike(HttpExchange exchange, Forwarded request) {
            // the exchange is closed as it is
        }
    },
    /** Half the body, then the connection is closed. */
    TRUNCATED {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            request.forward().giveHalf(exchange);
        }
    },
    /** Half the body, then silence for longer than a client waits. */
    STALLED {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            request.forward().giveHalf(exchange);
            Answer.silence(new CountDownLatch(1)).give(exchange);
        }
    },
    /** One byte of the body is another. */
    CORRUPT {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            Forwarded.Reply reply = request.forward();
            byte[] changed = reply.body();
            changed[changed.length / 2] ^= 1;
            reply.withBody(changed).give(exchange, "");
        }
    },
    /** It is done, and the answer never comes. */
    ANSWER_LOST {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            request.forward();
        }
    },
    /** It is done, and the answer has another object's ETag. */
    WRONG_ETAG {
        @Override
        void strike(HttpExchange exchange, Forwarded request) throws IOException {
            request.forward()
                    .withHeader("ETag", "0123456789abcdef0123456789abcdef")
                    .give(exchange, "");
        }
    };

    abstract void strike(HttpExchange exchange, Forwarded request) throws IOException;
}
