package org.multicloudmirror.mirror.outcome;

import java.util.List;
import java.util.Optional;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.run.Closings;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunObserver;
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

    /** Whether what has come back counts: it is the first of its task or range, and its run is under way. */
    public boolean arrives(Object body) {
        if (body instanceof Outcome outcome) {
            return find(outcome.runId(), body)
                    .filter(run -> run.tasks().arrive(outcome) && tell(run, outcome))
                    .isPresent();
        }
        if (body instanceof RangeMarker marker) {
            return find(marker.range().runId(), body)
                    .filter(run -> run.ranges().arrive(marker))
                    .isPresent();
        }
        return true;
    }

    private boolean tell(Run run, Outcome outcome) {
        RunObserver observer = runs.observer();
        if (observer != null) {
            observer.arrived(run, outcome);
        }
        return true;
    }

    private Optional<Run> find(String runId, Object body) {
        Optional<Run> run = runs.find(runId);
        if (run.isEmpty()) {
            LOG.warn(
                    "{} is of no run that is under way, and is not counted",
                    body instanceof Outcome outcome
                            ? "an outcome of " + outcome.key() + ", " + outcome.kind() + ","
                            : "a marker");
        }
        return run;
    }

    /** Counts outcomes that came when the tally was complete already; several threads may bring some. */
    public void count(Tally tally, List<Outcome> outcomes) {
        synchronized (tally) {
            outcomes.forEach(tally::add);
        }
        if (runs.observer() != null) {
            outcomes.forEach(outcome -> runs.find(outcome.runId()).ifPresent(run -> tell(run, outcome)));
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
