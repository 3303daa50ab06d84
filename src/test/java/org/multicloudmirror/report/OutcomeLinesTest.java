package org.multicloudmirror.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.storage.ETag;

class OutcomeLinesTest {

    private static final Scenario SCENARIO = new ScenarioParser(List.of("s3", "cf")).parse("s3://a->cf://b");

    private final List<String> lines = new ArrayList<>();

    @Test
    void everyObjectHasALineWhereThatIsWanted() {
        try (OutcomeLines verbose = new OutcomeLines(lines::add, true)) {
            verbose.outcome(SCENARIO, outcome(OutcomeKind.COPIED, "k\n", 1, 1500));
            verbose.outcome(SCENARIO, outcome(OutcomeKind.DELETED, "old", 0, 0));
            verbose.outcome(SCENARIO, outcome(OutcomeKind.FAILED, "k", 7, 61_000));
            verbose.outcome(SCENARIO, outcome(OutcomeKind.EQUAL, "same", 0, 0));
        }

        assertThat(lines)
                .containsExactly(
                        "copied s3://a/k\\u000a (2.5 MB, 1.5 s): why",
                        "deleted cf://b/old (2.5 MB): why",
                        "failed s3://a/k (2.5 MB, 1 min 01 s, 7 attempts): why");
    }

    @Test
    void whatWasDoneHasNoneElse() {
        try (OutcomeLines plain = new OutcomeLines(lines::add, false)) {
            plain.outcome(SCENARIO, outcome(OutcomeKind.COPIED, "k", 1, 1500));
            plain.outcome(SCENARIO, outcome(OutcomeKind.WOULD_COPY, "k", 0, 0));
            plain.outcome(SCENARIO, outcome(OutcomeKind.EXTRA, "old", 0, 0));
        }

        assertThat(lines).containsExactly("would copy s3://a/k: why", "extra cf://b/old: why");
    }

    private static Outcome outcome(OutcomeKind kind, String key, int attempts, long millis) {
        return new Outcome(
                "run", key, 2_500_000, ETag.NONE, kind, attempts, "why", Duration.ofMillis(millis), Evidence.NONE);
    }
}
