package org.multicloudmirror.driver;

import java.time.Duration;
import java.time.Instant;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.ThrottledException;
import org.multicloudmirror.storage.TransientStoreException;

/** What a failed request's status means, by whichever protocol: retry, throttle, denied, not found, or no use. */
public final class StatusMeaning {

    private StatusMeaning() {}

    /**
     * The error of a status.
     *
     * @param line what failed, for the user
     * @param store whose credentials are to be checked when they were refused
     */
    public static StoreException of(HttpReply reply, String line, String store) {
        return switch (reply.status()) {
            case 404, 410 -> new NotFoundException(line);
            case 401, 403 ->
                new AccessDeniedException(line + "; check the credentials and permissions of store " + store);
            // 498 is Swift's own rate limit
            case 429, 498 -> throttled(reply, line);
            // 499 is Swift's word for a body that broke off
            case 408, 499 -> new TransientStoreException(line);
            case 501 -> new RejectedException(line);
            case 503 ->
                reply.header("Retry-After").isPresent() ? throttled(reply, line) : new TransientStoreException(line);
            default -> reply.status() >= 500 ? new TransientStoreException(line) : new RejectedException(line);
        };
    }

    /** The error of a request that came too often. */
    public static ThrottledException throttled(HttpReply reply, String line) {
        return new ThrottledException(line, retryAfter(reply));
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3); zero for what is neither or past. */
    private static Duration retryAfter(HttpReply reply) {
        String text = reply.header("Retry-After").orElse("");
        Duration wait = text.matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(text))
                : reply.date("Retry-After")
                        .map(until -> Duration.between(Instant.now(), until))
                        .orElse(Duration.ZERO);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
