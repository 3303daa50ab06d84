package org.multicloudmirror.driver.jclouds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;

/**
 * What the identity service's refusals come to. Credentials that never worked are wrong; those that did get another try
 * a little later, as one refusal among many is the service's fault. In between nobody logs in: a login for each worker
 * and object locks an account.
 */
final class RefusedLogins {

    /** As long as workers that were refused together take to hear of it. */
    private static final Duration A_LITTLE = Duration.ofMillis(100);

    /** As long as whoever replaces credentials takes for it, or a part of that. */
    private static final Duration A_PAUSE = Duration.ofSeconds(2);

    /** Until it is worth asking again whether the credentials are in order by now. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private boolean haveWorked;
    private boolean isSecond;
    private @Nullable StoreException refusal;
    private Instant until = Instant.MIN;

    RefusedLogins(InstantSource clock) {
        this.clock = clock;
    }

    /** Throws the last refusal, for as long as it holds. */
    void check() {
        StoreException last = refusal;
        if (last != null && clock.instant().isBefore(until)) {
            throw last.isTransient()
                    ? new TransientStoreException(String.valueOf(last.getMessage()), last)
                    : new AccessDeniedException(String.valueOf(last.getMessage()), last);
        }
    }

    /** A login has succeeded. */
    void worked() {
        haveWorked = true;
        isSecond = false;
        refusal = null;
    }

    /** The credentials are others now. */
    void forget() {
        isSecond = false;
        refusal = null;
    }

    /**
     * What a refused login means.
     *
     * @param areBeingReplaced whether the credentials are, so that they may be right a little later
     */
    StoreException refused(AccessDeniedException e, boolean areBeingReplaced) {
        if (areBeingReplaced) {
            refusal = new TransientStoreException(e.getMessage() + "; they are being replaced, and are tried again");
            until = clock.instant().plus(A_PAUSE);
            return refusal;
        }
        boolean isWorthATry = haveWorked && !isSecond;
        isSecond = isWorthATry;
        // without its cause, by which Camel would take it for a denial, which is not tried again
        StoreException meaning = isWorthATry
                ? new TransientStoreException(e.getMessage() + "; they worked before, and are tried once more")
                : e;
        refusal = meaning;
        until = clock.instant().plus(isWorthATry ? A_LITTLE : A_WHILE);
        return meaning;
    }
}
