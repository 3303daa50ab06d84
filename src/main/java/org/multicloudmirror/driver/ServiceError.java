package org.multicloudmirror.driver;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.http.HttpReply;

/**
 * A failed request in the service's own words.
 *
 * @param status as answered, be it as a success that turned out to be none; 0 where an answer tells none of one of several objects
 * @param code the service's name for it, such as {@code ExpiredToken}; empty when it gives none
 * @param message one printable line, bounded; empty when there is none
 * @param retryAfter how long the service asks to be left alone; null when it does not say
 */
public record ServiceError(
        int status, String code, String message, @Nullable Duration retryAfter) {

    /** What an answer says of one of several objects. */
    public ServiceError(int status, String code, String message) {
        this(status, code, message, null);
    }

    /** What an answer says of one of several objects, in texts of any kind. */
    public static ServiceError told(int status, String code, String message) {
        ErrorText text = new ErrorText(code, message);
        return new ServiceError(status, text.code(), text.message());
    }

    /** What an answer says of which only its body is left. */
    public static ServiceError of(int status, String body) {
        ErrorText text = ErrorText.of(body);
        return new ServiceError(status, text.code(), text.message());
    }

    /** What a reply says; reads its body. An empty or broken one says no more than its status. */
    public static ServiceError of(HttpReply reply) {
        ErrorText text = ErrorText.of(text(reply));
        String code = text.code().equals(String.valueOf(reply.status())) ? "" : text.code();
        return new ServiceError(reply.status(), code, text.message(), retryAfter(reply));
    }

    /** Whether it says more than its status. */
    public boolean isExplained() {
        return !code.isEmpty() || !message.isEmpty();
    }

    /** Whether the service failed at it, be it after its answer had begun as a success. */
    boolean isFault() {
        return status >= 500 || isBehindSuccess();
    }

    private boolean isBehindSuccess() {
        return status / 100 == 2;
    }

    /** {@code 403 ExpiredToken: The provided token has expired}. */
    @Override
    public String toString() {
        String words = code.isEmpty() || message.isEmpty() ? code + message : code + ": " + message;
        if (isBehindSuccess()) {
            return status + ", and behind it " + (words.isEmpty() ? "no answer" : words);
        }
        // pages of HTML begin with the status again
        return status == 0 || words.startsWith(String.valueOf(status)) ? words : (status + " " + words).strip();
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3); zero for what is neither or past. */
    private static @Nullable Duration retryAfter(HttpReply reply) {
        Optional<String> told = reply.header("Retry-After");
        if (told.isEmpty()) {
            return null;
        }
        String text = told.get();
        Duration wait = text.matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(text))
                : reply.date("Retry-After")
                        .map(until -> Duration.between(Instant.now(), until))
                        .orElse(Duration.ZERO);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static String text(HttpReply reply) {
        try {
            return reply.errorText();
        } catch (IOException e) {
            return "";
        }
    }
}
