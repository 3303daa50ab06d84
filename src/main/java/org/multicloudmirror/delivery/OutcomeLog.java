package org.multicloudmirror.delivery;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.delete.Deletions;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.storage.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What an operator sees of a run's objects without a report: what failed as errors, what arrived with loss, is gone or
 * archived as warnings. Of either the first ones are named, then the rest is counted. Safe for use by many threads.
 */
final class OutcomeLog {

    /** So many errors of a run have a line, and so many warnings. */
    static final int NAMED = 20;

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeLog.class);

    private final String rest;
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong warnings = new AtomicLong();
    private final AtomicLong unconfirmed = new AtomicLong();
    private final AtomicReference<@Nullable Outcome> firstUnconfirmed = new AtomicReference<>();

    /**
     * @param report what has all of them; empty when nothing has
     */
    OutcomeLog(String report) {
        this.rest = report.isEmpty() ? "add --report=FILE to have all of them named" : "all of them are in " + report;
    }

    void record(Outcome outcome) {
        if (outcome.kind() == OutcomeKind.FAILED) {
            if (errors.incrementAndGet() <= NAMED) {
                log(LOG.atError(), outcome);
            }
        } else if (isWarning(outcome) && warnings.incrementAndGet() <= NAMED) {
            log(LOG.atWarn(), outcome);
        } else if (isUnconfirmed(outcome)) {
            unconfirmed.incrementAndGet();
            firstUnconfirmed.compareAndSet(null, outcome);
        }
    }

    /** The run has ended. */
    void finish() {
        Outcome first = firstUnconfirmed.get();
        if (first != null) {
            LOG.warn("not deleted for want of an answer from the source: {}; the first: {}", unconfirmed, line(first));
        }
        if (errors.get() > NAMED) {
            LOG.error("{} more failed; {}", errors.get() - NAMED, rest);
        }
        if (warnings.get() > NAMED) {
            LOG.warn("{} more arrived with loss, or are gone or archived; {}", warnings.get() - NAMED, rest);
        }
    }

    private static boolean isUnconfirmed(Outcome outcome) {
        return outcome.kind() == OutcomeKind.SKIPPED && outcome.reason().contains(Deletions.UNCONFIRMED);
    }

    private static boolean isWarning(Outcome outcome) {
        return outcome.kind() == OutcomeKind.LOSSY
                || outcome.kind() == OutcomeKind.GONE
                || outcome.kind() == OutcomeKind.ARCHIVED
                || (outcome.kind() == OutcomeKind.UPDATED
                        && !outcome.evidence().lost().isEmpty());
    }

    private static void log(LoggingEventBuilder line, Outcome outcome) {
        line.addKeyValue("key", outcome.key())
                .addKeyValue("status", outcome.kind().word())
                .addKeyValue("attempt", outcome.attempts())
                .addKeyValue("reason", outcome.reason())
                .log("{}", line(outcome));
    }

    private static String line(Outcome outcome) {
        return outcome.kind().word() + ": " + Keys.printable(outcome.key()) + ": " + outcome.reason();
    }
}
