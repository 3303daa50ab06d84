package org.multicloudmirror.mirror.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.scenario.Scenario;

/**
 * What one run of one scenario came to.
 *
 * @param runId unique to the run
 * @param scenario what was mirrored
 * @param status how it ended
 * @param problem why it could not run, or not to its end, in one line; empty otherwise
 * @param notes what else the user should know, such as a container that was created
 * @param started when it began
 * @param duration until the last outcome
 * @param listed the source's objects that the listing named
 * @param equal those that needed no copy, by listing or after inspection
 * @param counts the outcomes of each kind; kinds without any are left out
 * @param bytes the bytes of the copied objects; of those that would be copied, in a dry run
 * @param samples the first outcomes of each reported kind, at most {@link #SAMPLE_LIMIT}
 */
public record Summary(
        String runId,
        Scenario scenario,
        RunStatus status,
        String problem,
        List<String> notes,
        Instant started,
        Duration duration,
        long listed,
        long equal,
        Map<OutcomeKind, Long> counts,
        long bytes,
        Map<OutcomeKind, List<Outcome>> samples) {

    /** The id of a run that did not begin. */
    public static final String NOT_BEGUN = "-";

    /** How many outcomes of each kind a summary keeps; the report file and the attachment have them all. */
    public static final int SAMPLE_LIMIT = 100;

    public Summary {
        notes = List.copyOf(notes);
        counts = Map.copyOf(counts);
        samples = Map.copyOf(samples);
    }

    /**
     * Of a run that came to nothing.
     *
     * @param id the run's; {@link #NOT_BEGUN} for one that did not begin
     */
    public static Summary unfinished(String id, Scenario scenario, Instant started, RunStatus status, String problem) {
        return new Summary(
                id,
                scenario,
                status,
                problem,
                List.of(),
                started,
                Duration.between(started, Instant.now()),
                0,
                0,
                Map.of(),
                0,
                Map.of());
    }

    /** The same of a run whose report is not whole; one that was interrupted stays that. */
    Summary withoutReport(String why) {
        String told = (problem.isEmpty() ? "" : problem + "; ") + "its report is not whole: " + why;
        RunStatus worse = status == RunStatus.INTERRUPTED ? status : RunStatus.COULD_NOT_RUN;
        return new Summary(
                runId, scenario, worse, told, notes, started, duration, listed, equal, counts, bytes, samples);
    }

    /** The number of outcomes of a kind. */
    public long count(OutcomeKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** The objects that arrived, with loss or without. */
    public long copied() {
        return count(OutcomeKind.COPIED) + count(OutcomeKind.LOSSY);
    }

    /** The bytes that arrived; those of a dry run did not. */
    public long copiedBytes() {
        return copied() > 0 ? bytes : 0;
    }

    /** The first outcomes of a kind. */
    public List<Outcome> sample(OutcomeKind kind) {
        return samples.getOrDefault(kind, List.of());
    }
}
