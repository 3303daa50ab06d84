package org.multicloudmirror.mirror.outcome;

import java.util.List;
import java.util.Optional;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.run.Closings;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers a run's outcomes and markers into a tally, and ends the run when it is complete. */
public final class OutcomeAggregation implements AggregationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeAggregation.class);

    private final Runs runs;

    public OutcomeAggregation(Runs runs) {
        this.runs = runs;
    }

    @Override
    public Exchange aggregate(@Nullable Exchange gathered, Exchange incoming) {
        Tally tally = gathered == null ? new Tally() : gathered.getMessage().getBody(Tally.class);
        Object body = incoming.getMessage().getBody();
        if (body instanceof Outcome outcome) {
            tally.add(outcome);
        } else if (body instanceof RangeMarker marker) {
            tally.add(marker);
        } else {
            throw new IllegalArgumentException("mirror-outcome takes outcomes and markers, not " + body);
        }
        Exchange result = gathered == null ? incoming : gathered;
        result.getMessage().setBody(tally);
        return result;
    }

    /**
     * Whether an outcome that has come back counts: it is the first of its task, and its run is under way. Markers always
     * do.
     */
    public boolean arrives(Object body) {
        if (!(body instanceof Outcome outcome)) {
            return true;
        }
        Optional<Run> run = runs.find(outcome.runId());
        if (run.isEmpty()) {
            LOG.warn(
                    "an outcome of {} is of no run that is under way, and is not counted: {}",
                    outcome.key(),
                    outcome.kind());
        }
        return run.isPresent() && run.get().tasks().arrive(outcome);
    }

    /** Counts outcomes that came when the tally was complete already; several threads may bring some. */
    public void count(Tally tally, List<Outcome> outcomes) {
        synchronized (tally) {
            outcomes.forEach(tally::add);
        }
    }

    /** Ends the run of a complete tally with its summary, whatever is left on disk. */
    public void end(String runId, Tally tally) {
        Run run = runs.byId(runId);
        run.noteStores();
        tally.extras().forEach(extras -> Closings.remove(run, extras::close));
        runs.end(run, tally.summary(run));
    }
}
