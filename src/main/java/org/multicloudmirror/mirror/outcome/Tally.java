package org.multicloudmirror.mirror.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.mirror.Outcome;
import org.multicloudmirror.mirror.OutcomeKind;
import org.multicloudmirror.mirror.RangeMarker;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.RunStatus;
import org.multicloudmirror.mirror.Summary;

/** The outcomes and markers of one run as they come in, in any order. For one thread at a time. */
public final class Tally {

    private final Map<OutcomeKind, Long> counts = new EnumMap<>(OutcomeKind.class);
    private final Map<OutcomeKind, List<Outcome>> samples = new EnumMap<>(OutcomeKind.class);
    private final List<String> problems = new ArrayList<>();
    private long outcomes;
    private long expected;
    private long listed;
    private long equal;
    private long bytes;
    private int rangesLeft = -1;
    private boolean stopped;

    void add(Outcome outcome) {
        outcomes++;
        counts.merge(outcome.kind(), 1L, Long::sum);
        switch (outcome.kind()) {
            case COPIED, WOULD_COPY -> bytes += outcome.size();
            case EQUAL -> equal++;
            case SKIPPED, GONE, ARCHIVED, FAILED, INTERRUPTED -> {
                // no bytes arrived
            }
        }
        List<Outcome> sample = samples.computeIfAbsent(outcome.kind(), kind -> new ArrayList<>());
        if (outcome.kind().isReported() && sample.size() < Summary.SAMPLE_LIMIT) {
            sample.add(outcome);
        }
    }

    void add(RangeMarker marker) {
        rangesLeft = (rangesLeft < 0 ? marker.range().of() : rangesLeft) - 1;
        expected += marker.queued();
        listed += marker.listed();
        equal += marker.equal();
        switch (marker.ending()) {
            case COMPLETE -> {
                // nothing more to say
            }
            case STOPPED -> stopped = true;
            case FAILED -> problems.add(marker.problem());
        }
    }

    /** Whether every range's marker is in, and as many outcomes as they promise. */
    public boolean isComplete() {
        return rangesLeft == 0 && outcomes == expected;
    }

    Summary summary(Run run) {
        return new Summary(
                run.id(),
                run.scenario(),
                status(),
                String.join("; ", problems),
                run.notes(),
                run.started(),
                Duration.between(run.started(), Instant.now()),
                listed,
                equal,
                counts,
                bytes,
                samples);
    }

    private RunStatus status() {
        if (stopped || counts.containsKey(OutcomeKind.INTERRUPTED)) {
            return RunStatus.INTERRUPTED;
        }
        if (!problems.isEmpty()) {
            return RunStatus.COULD_NOT_RUN;
        }
        return counts.containsKey(OutcomeKind.FAILED) ? RunStatus.SOME_FAILED : RunStatus.OK;
    }
}
