package org.multicloudmirror.control;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may ask and tell: whoever has the token, and no web page that a browser of this machine shows. */
final class Admittance {

    private static final int TOKEN_BYTES = 32;
    private static final long QUIET_NANOS = 60_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(Admittance.class);

    /** A request that is not answered, and why. */
    record Refusal(int code, String why) {}

    private final String token;
    private final Set<String> hosts;
    private int refused;
    private long toldAt;

    /**
     * @param port that requests come to
     */
    Admittance(int port) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    }

    String token() {
        return token;
    }

    /** Why a request is refused; empty when it is not. */
    Optional<Refusal> refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        List<String> host = headers.getOrDefault("Host", List.of());
        if (host.size() != 1 || !hosts.contains(host.get(0))) {
            return Optional.of(refused(421, "its Host is another"));
        }
        List<String> given = headers.getOrDefault("Authorization", List.of());
        if (given.size() != 1 || !isToken(given.get(0))) {
            return Optional.of(refused(401, given.isEmpty() ? "it has no token" : "its token is another"));
        }
        // nothing is said in a body
        boolean hasBody = headers.containsKey("Transfer-Encoding")
                || !headers.getOrDefault("Content-Length", List.of("0")).equals(List.of("0"));
        return hasBody ? Optional.of(new Refusal(413, "no body is read")) : Optional.empty();
    }

    /** As long for any of the same length. */
    private boolean isToken(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    /** One line a minute at most: whoever may not ask is not to fill the log. */
    private synchronized Refusal refused(int code, String why) {
        refused++;
        long now = System.nanoTime();
        if (refused == 1 || now - toldAt >= QUIET_NANOS) {
            toldAt = now;
            LOG.warn("a request to the control port was refused: {} ({} so far)", why, refused);
        }
        return new Refusal(code, why);
    }
}
