package org.multicloudmirror.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.ETag;

/** Builds a summary from outcomes, counting them and keeping the first of each kind as a run does. */
final class SampleRun {

    static final Instant STARTED = Instant.parse("2026-11-23T04:00:12.345Z");
    static final Scenario PHOTOS = scenario("s3", "photos", "", "cf", "photos", "");
    static final Scenario BACKUP = scenario("cf", "backup", "db/", "s3", "backup", "2026/");
    static final ETag ETAG = ETag.parse("\"d41d8cd98f00b204e9800998ecf8427e\"");

    private final String runId;
    private final Scenario scenario;
    private final List<String> notes = new ArrayList<>();
    private final Map<OutcomeKind, Long> counts = new EnumMap<>(OutcomeKind.class);
    private final Map<OutcomeKind, List<Outcome>> samples = new EnumMap<>(OutcomeKind.class);
    private RunStatus status = RunStatus.OK;
    private String problem = "";
    private Duration duration = Duration.ofMillis(2_100);
    private long listed;
    private long equal;
    private long bytes;

    SampleRun(Scenario scenario) {
        this("run-1", scenario);
    }

    SampleRun(String runId, Scenario scenario) {
        this.runId = runId;
        this.scenario = scenario;
    }

    static Scenario scenario(
            String source, String bucket, String prefix, String destination, String container, String under) {
        return new Scenario(new Location(source, bucket, prefix), new Location(destination, container, under));
    }

    static Outcome outcome(OutcomeKind kind, String key, long size, int attempts, String reason) {
        return outcome("run-1", kind, key, size, attempts, reason);
    }

    private static Outcome outcome(String runId, OutcomeKind kind, String key, long size, int attempts, String reason) {
        return new Outcome(runId, key, size, ETAG, kind, attempts, reason, Duration.ofMillis(120), Evidence.NONE);
    }

    static Report report(Summary... summaries) {
        Duration longest = List.of(summaries).stream()
                .map(Summary::duration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new Report(STARTED, longest, List.of(summaries));
    }

    SampleRun equal(long number) {
        equal += number;
        listed += number;
        return this;
    }

    SampleRun copied(String key, long size) {
        return add(OutcomeKind.COPIED, key, size, 1, "");
    }

    SampleRun wouldCopy(String key, long size) {
        return add(OutcomeKind.WOULD_COPY, key, size, 0, "");
    }

    SampleRun skipped(String key, long size, String reason) {
        return add(OutcomeKind.SKIPPED, key, size, 0, reason);
    }

    SampleRun gone(String key, long size) {
        return add(OutcomeKind.GONE, key, size, 1, "listed, and no longer there");
    }

    SampleRun archived(String key, long size, String storageClass) {
        return add(OutcomeKind.ARCHIVED, key, size, 1, new ArchivedException(key, storageClass).advice());
    }

    SampleRun interrupted(String key, long size) {
        status = RunStatus.INTERRUPTED;
        return add(OutcomeKind.INTERRUPTED, key, size, 1, "");
    }

    SampleRun left(String key, long size) {
        status = RunStatus.LIMIT_REACHED;
        problem = "--max-transfer was reached: 1 object is left; the next run goes on from here";
        return add(OutcomeKind.LEFT, key, size, 0, "--max-transfer was reached before it was copied");
    }

    SampleRun failed(String key, long size, String reason) {
        status = RunStatus.SOME_FAILED;
        return add(OutcomeKind.FAILED, key, size, 5, reason);
    }

    SampleRun endedEarly(String why) {
        status = RunStatus.SOME_FAILED;
        problem = why;
        return this;
    }

    SampleRun couldNotRun(String why) {
        status = RunStatus.COULD_NOT_RUN;
        problem = why;
        return this;
    }

    SampleRun note(String note) {
        notes.add(note);
        return this;
    }

    SampleRun took(Duration time) {
        duration = time;
        return this;
    }

    private SampleRun add(OutcomeKind kind, String key, long size, int attempts, String reason) {
        return with(outcome(runId, kind, key, size, attempts, reason));
    }

    SampleRun with(Outcome outcome) {
        OutcomeKind kind = outcome.kind();
        listed++;
        counts.merge(kind, 1L, Long::sum);
        List<Outcome> kept = samples.computeIfAbsent(kind, any -> new ArrayList<>());
        if (kept.size() < Summary.SAMPLE_LIMIT) {
            kept.add(outcome);
        }
        if (kind == OutcomeKind.COPIED || kind == OutcomeKind.WOULD_COPY) {
            bytes += outcome.size();
        }
        return this;
    }

    Summary summary() {
        return new Summary(
                runId, scenario, status, problem, notes, STARTED, duration, listed, equal, counts, bytes, samples);
    }

    Report report() {
        return report(summary());
    }
}
