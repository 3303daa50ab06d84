package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.history.HistoryEntry;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.RunSettings;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;

class RecoveryTest {

    private static final String OURS = "s3://a->cf://b";

    private final Settings settings;

    RecoveryTest(@TempDir Path directory) {
        settings = new SettingsLoader()
                .environment(Map.of("MIRROR_STATE_DIR", directory.toString()))
                .load();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            # the runs before and after, the one that is told as "me";   is it a recovery?
            'me OK',                                                     false
            'a OK, me OK',                                               false
            'a SOME_FAILED, me OK',                                      true
            'a INTERRUPTED, me OK, b COULD_NOT_RUN, c OK',               true
            'a SOME_FAILED, b OK, me OK',                                false
            'a OK, other SOME_FAILED, me OK',                            false
            'a SOME_FAILED, me SOME_FAILED',                             false
            'a SOME_FAILED',                                             false
            """)
    void isTheFirstOkRunAfterOneThatWasNot(String runs, boolean isRecovery) throws IOException {
        List<Summary> summaries =
                Arrays.stream(runs.split(", ", -1)).map(RecoveryTest::summary).toList();
        History.file(settings)
                .append(summaries.stream()
                        .map(summary -> HistoryEntry.of(summary, ""))
                        .toList());
        Summary told = summaries.stream()
                .filter(summary -> summary.runId().equals("me"))
                .findFirst()
                .orElse(summaries.get(0));

        assertThat(Recovery.isIn(new Report(Instant.EPOCH, Duration.ZERO, List.of(told)), settings))
                .isEqualTo(isRecovery);
    }

    @Test
    void anotherEntryOfTheSameScenarioIsNotItself() throws IOException {
        Summary told = summary("me OK");
        History.file(settings)
                .append(List.of(
                        HistoryEntry.of(summary("a OK"), "good"),
                        HistoryEntry.of(summary("b SOME_FAILED"), "bad"),
                        HistoryEntry.of(told, "good")));
        Report report = new Report(Instant.EPOCH, Duration.ZERO, List.of(told));

        assertThat(Recovery.isIn(report, RunSettings.named(settings, "good"))).isFalse();
        assertThat(Recovery.isIn(report, RunSettings.named(settings, "bad"))).isTrue();
    }

    private static Summary summary(String run) {
        String[] words = run.split(" ", 2);
        Scenario scenario =
                new ScenarioParser(List.of("s3", "cf")).parse(words[0].equals("other") ? "s3://c->cf://d" : OURS);
        return Summary.unfinished(words[0], scenario, Instant.now(), RunStatus.valueOf(words[1]), "");
    }
}
