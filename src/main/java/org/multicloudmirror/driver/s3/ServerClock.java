package org.multicloudmirror.driver.s3;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.multicloudmirror.http.HttpReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time that requests are signed with: this machine's, until the service refuses it. A service takes signatures that
 * are up to 15 minutes off ({@code RequestTimeTooSkewed}); its {@code Date} then tells the right time.
 */
final class ServerClock {

    /** Less is no reason for a refusal. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private static final int FORBIDDEN = 403;
    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);

    private final String store;
    private final Clock machine;
    private volatile Clock corrected;

    /**
     * @param store for messages
     */
    ServerClock(String store, Clock machine) {
        this.store = store;
        this.machine = machine;
        this.corrected = machine;
    }

    /** What to sign with. */
    Clock now() {
        return corrected;
    }

    /**
     * Corrects the clock by a refusal that may be for its sake.
     *
     * @return whether it was corrected, so that the request is worth another try
     */
    boolean learn(HttpReply reply) {
        if (reply.status() != FORBIDDEN) {
            return false;
        }
        Optional<Instant> told = reply.date("Date");
        if (told.isEmpty()
                || Duration.between(corrected.instant(), told.get()).abs().compareTo(TOLERATED) <= 0) {
            return false;
        }
        Duration ahead = Duration.between(machine.instant(), told.get());
        LOG.warn(
                "{}: the server's clock is {} s {} this machine's; requests are signed with the server's time",
                store,
                ahead.abs().toSeconds(),
                ahead.isNegative() ? "behind" : "ahead of");
        corrected = Clock.offset(machine, ahead);
        return true;
    }
}
