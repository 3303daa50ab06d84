package org.multicloudmirror.mirror.outcome;

import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.Closings;
import org.multicloudmirror.mirror.Outcome;
import org.multicloudmirror.mirror.RangeMarker;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.Runs;

/** Gathers a run's outcomes and markers into a tally, and ends the run when it is complete. */
public final class OutcomeAggregation implements AggregationStrategy {

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
