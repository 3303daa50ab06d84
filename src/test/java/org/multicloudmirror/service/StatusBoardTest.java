package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.control.LastRun;
import org.multicloudmirror.control.Pauses;
import org.multicloudmirror.control.RunProgress;
import org.multicloudmirror.control.ScenarioStatus;
import org.multicloudmirror.control.ServiceStatus;
import org.multicloudmirror.history.HistoryEntry;
import org.multicloudmirror.history.HistoryFile;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;

class StatusBoardTest {

    private static final Scenario SCENARIO = new ScenarioParser(Set.of("s3", "cf")).parse("s3://a->cf://b");
    private static final Duration TOOK = Duration.ofSeconds(10);

    private final HistoryFile history;
    private final LastRuns seen = new LastRuns();
    private final StatusBoard board;

    StatusBoardTest(@TempDir Path directory) {
        history = new HistoryFile(directory, 100);
        Settings settings = new SettingsLoader()
                .environment(Map.of("MIRROR_STATE_DIR", directory.toString()))
                .load();
        board = new StatusBoard(settings, new Pauses(directory), seen);
    }

    @Test
    void takesTheLastRunAndTheLastSuccessFromTheHistory() throws IOException {
        write(90, "ok");
        write(60, "ok");
        write(45, "could-not-run");
        write(30, "some-failed");

        ScenarioStatus status = status("every", "1h");

        assertThat(status.last()).extracting(LastRun::status).isEqualTo("some-failed");
        assertThat(status.lastSuccess()).isEqualTo(ago(60).plus(TOOK));
        assertThat(status.nextRun()).as("no service runs").isNull();
    }

    @Test
    void isLateWhenTwoTimesHavePassed() throws IOException {
        write(90, "ok");

        assertThat(status("every", "1h").isLate()).isFalse();
        assertThat(status("every", "30m").isLate()).isTrue();
        assertThat(status("cron", "0 0/20 * * * ?").isLate()).isTrue();
        assertThat(status("cron", "0 0 0 1 1 ?").isLate()).isFalse();
        assertThat(status("poll", "1m").isLate()).isFalse();
    }

    @Test
    void countsNoRunOfAClockThatWasPutBackSince() throws IOException {
        write(90, "ok");
        write(-50, "ok");

        ScenarioStatus status = status("every", "30m");

        assertThat(status.isLate()).isTrue();
        assertThat(status.last()).extracting(LastRun::started).isEqualTo(ago(90));
    }

    @Test
    void seesNoRunOfItsOwnInTheFuture() throws IOException {
        write(90, "ok");
        seen.note("x", new LastRun(ago(-50), "ok", TOOK, ""));

        assertThat(status("every", "30m").isLate()).isTrue();
    }

    @Test
    void countsASuccessNoLaterThanTheRunThatCameBehindIt() throws IOException {
        write(10, "ok");
        write(60, "some-failed");

        ScenarioStatus status = status("every", "25m");

        assertThat(status.last()).extracting(LastRun::status).isEqualTo("some-failed");
        assertThat(status.lastSuccess()).isEqualTo(ago(60).plus(TOOK));
        assertThat(status.isLate()).isTrue();
    }

    @Test
    void whoFoundAnotherRunUnderWayHidesNoneThatFailed() throws IOException {
        write(60, "some-failed");
        write(40, "locked");

        assertThat(status("every", "1h").last()).extracting(LastRun::status).isEqualTo("some-failed");

        seen.note("x", new LastRun(ago(30), "could-not-run", TOOK, ""));
        seen.note("x", new LastRun(ago(20), "locked", Duration.ZERO, ""));

        assertThat(status("every", "1h").last()).extracting(LastRun::status).isEqualTo("could-not-run");
    }

    @Test
    void isNotLateWhileARunThatBeganInTimeGoesOn() throws IOException {
        write(90, "ok");

        assertThat(status(running(20), "every", "30m").isLate()).isTrue();
        assertThat(status(running(40), "every", "30m").isLate()).isFalse();
    }

    @Test
    void knowsWhenTheNextRunBeginsOnlyWhereTheClockSaysSo() {
        assertThat(status(running(5), "every", "30m").nextRun())
                .as("counted from the end of this one")
                .isNull();
        assertThat(status(running(5), "cron", "0 0 0 1 1 ?").nextRun()).isAfter(Instant.now());
    }

    @Test
    void goesByTheNameWhereTwoEntriesMirrorTheSame() throws IOException {
        HistoryEntry good =
                new HistoryEntry(ago(10), "12345678", "good", SCENARIO.toString(), "ok", "", TOOK, 0, 0, 0, 0);
        history.append(List.of(good));

        assertThat(status("every", "30m").last()).isNull();

        write(5, "ok");

        assertThat(status("every", "30m").last()).as("of before names").isNotNull();
    }

    /** Times of the test itself are not the board's. */
    private static Instant ago(int minutes) {
        return Instant.ofEpochSecond(Instant.now().getEpochSecond() / 60 * 60).minus(Duration.ofMinutes(minutes));
    }

    private void write(int minutesAgo, String status) throws IOException {
        history.append(List.of(
                new HistoryEntry(ago(minutesAgo), "12345678", SCENARIO.toString(), status, "", TOOK, 0, 0, 0, 0)));
    }

    private ScenarioStatus status(String trigger, String text) {
        return status(null, trigger, text);
    }

    private ScenarioStatus status(StatusBoard.@Nullable Live live, String trigger, String text) {
        ScheduledScenario scheduled =
                new ScheduledScenario("x", Path.of("scenarios.yaml"), 1, SCENARIO, "", Map.of(trigger, text));
        return board.look(List.of(scheduled), "scenarios.yaml", live, List.of())
                .scenarios()
                .get(0);
    }

    private static StatusBoard.Live running(int minutes) {
        return new StatusBoard.Live() {
            @Override
            public ServiceStatus.Running running() {
                return new ServiceStatus.Running(1, Instant.EPOCH, "1.0");
            }

            @Override
            public List<RunProgress> underWay(ScheduledScenario scenario) {
                return List.of(new RunProgress("1", ago(minutes), 0, false, 0, 0, 0, 0, 0, false));
            }

            @Override
            public Optional<Instant> lastReturn(ScheduledScenario scenario) {
                return Optional.empty();
            }
        };
    }
}
