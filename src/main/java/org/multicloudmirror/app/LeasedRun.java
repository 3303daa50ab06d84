package org.multicloudmirror.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.lease.Lease;
import org.multicloudmirror.lease.Leases;
import org.multicloudmirror.lease.Leases.Answer;
import org.multicloudmirror.mirror.list.Lister;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run under a lease on its destination. */
final class LeasedRun implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int LOOKS_BETWEEN = 10;
    private static final Logger LOG = LoggerFactory.getLogger(LeasedRun.class);

    private final Run run;
    private final Leases leases;
    private final boolean waits;
    private @Nullable Lease lease;

    /**
     * @param waits whether a destination that another run has is waited for
     */
    LeasedRun(Run run, Leases leases, boolean waits) {
        this.run = run;
        this.leases = leases;
        this.waits = waits;
    }

    /** Gets the lease; the summary of a run that gets none. */
    Optional<Summary> begin() {
        try {
            Answer answer = Waiting.until(run::isStopping, this::asked);
            if (answer instanceof Answer.Refused refused) {
                return Optional.of(unfinished(
                        run.isInterrupted() ? RunStatus.INTERRUPTED : RunStatus.LOCKED,
                        "another run has it: " + refused.holder()));
            }
            Lease granted = ((Answer.Granted) answer).lease();
            lease = granted;
            run.startAfterWaiting();
            run.copies().leased(granted::prove);
            return Optional.empty();
        } catch (StoreException e) {
            LOG.debug("no lease", e);
            return Optional.of(unfinished(
                    run.isInterrupted() ? RunStatus.INTERRUPTED : RunStatus.COULD_NOT_RUN,
                    "no lease on " + run.scenario().destination() + ": " + Reason.of(e)));
        }
    }

    private Answer asked() {
        Answer answer = askedOnce();
        if (waits && answer instanceof Answer.Refused refused) {
            LOG.info("waiting for another run: {}", refused.holder());
        }
        while (waits && answer instanceof Answer.Refused && !run.isStopping()) {
            for (int looks = 0; looks < LOOKS_BETWEEN && !run.isStopping(); looks++) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
            answer = askedOnce();
        }
        return answer;
    }

    private Answer askedOnce() {
        Leases.Request request = new Leases.Request(
                run.id(),
                run.scenario().toString(),
                run.scenario().destination(),
                run.options().lease());
        try {
            return leases.ask(run.destination(), request, run::lose);
        } catch (BucketMissingException e) {
            Lister.prepare(run);
            return leases.ask(run.destination(), request, run::lose);
        }
    }

    private Summary unfinished(RunStatus status, String problem) {
        return Summary.unfinished(run.id(), run.scenario(), run.started(), status, problem);
    }

    @Override
    public void close() {
        if (lease != null) {
            lease.close();
        }
    }
}
