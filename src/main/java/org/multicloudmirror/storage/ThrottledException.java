package org.multicloudmirror.storage;

import java.time.Duration;

/** The store has enough for now: 429, Swift's 498, S3's {@code SlowDown}, a 503 that tells when to come again. */
public final class ThrottledException extends TransientStoreException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * @param retryAfter how long the store asks to be left alone; zero when it does not say
     */
    public ThrottledException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long the store asks to be left alone. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
