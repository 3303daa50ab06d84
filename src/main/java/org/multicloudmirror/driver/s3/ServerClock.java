package org.multicloudmirror.driver.s3;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.multicloudmirror.driver.quirk.Attempt;
import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.http.HttpReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service whose clock is not this machine's: requests are signed with its time, from the first one on that it refuses.
 * A service takes signatures that are up to 15 minutes off ({@code RequestTimeTooSkewed}); its {@code Date} then tells
 * the right time. What counts is the time that the refused request was signed with: of many under way, the first one
 * corrects the clock, and all are sent again.
 */
final class ServerClock implements Quirk {

    /** Less is no reason for a refusal. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private static final int FORBIDDEN = 403;
    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);

    private final String store;
    private final Clock machine;
    private final Learnt<Duration> ahead;

    /**
     * @param machine this machine's, which may be wrong
     */
    ServerClock(QuirkMemory memory, Clock machine) {
        this.store = memory.store();
        this.machine = machine;
        this.ahead = new Learnt<>(memory);
    }

    /** What to sign with. */
    Clock now() {
        return ahead.of(Learnt.STORE)
                .map(offset -> Clock.offset(machine, offset))
                .orElse(machine);
    }

    @Override
    public Optional<String> corrects(Attempt attempt, HttpReply reply) {
        Optional<Instant> told = reply.status() == FORBIDDEN ? reply.date("Date") : Optional.empty();
        if (told.isEmpty() || isNear(attempt.now(), told.get())) {
            return Optional.empty();
        }
        if (!isNear(now().instant(), told.get())) {
            correct(Duration.between(machine.instant(), told.get()));
        }
        return Optional.of(store + ": the signing clock was wrong and is corrected");
    }

    private void correct(Duration offset) {
        if (offset.abs().compareTo(TOLERATED) <= 0) {
            ahead.unlearn(Learnt.STORE);
        } else if (ahead.learn(Learnt.STORE, offset)) {
            LOG.warn(
                    "{}: the server's clock is {} s {} this machine's; requests are signed with the server's time",
                    store,
                    offset.abs().toSeconds(),
                    offset.isNegative() ? "behind" : "ahead of");
        }
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERATED) <= 0;
    }
}
