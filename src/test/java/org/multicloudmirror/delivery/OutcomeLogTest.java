package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.testing.Logged;

class OutcomeLogTest {

    @Test
    void namesWhatFailedAndWhy() {
        assertThat(logged("", outcome(OutcomeKind.FAILED, "a\nb", "cf://c/a: 503")))
                .containsExactly("ERROR failed: a\\u000ab: cf://c/a: 503");
    }

    @Test
    void warnsOfWhatIsNotWhole() {
        Evidence lossy = new Evidence(ETag.NONE, Proof.NONE, List.of("Expires"));
        Outcome updated =
                new Outcome("r", "u", 1, ETag.NONE, OutcomeKind.UPDATED, 1, "with loss: Expires", Duration.ZERO, lossy);

        assertThat(logged(
                        "",
                        outcome(OutcomeKind.LOSSY, "l", "copied, with loss: Expires"),
                        outcome(OutcomeKind.GONE, "g", "no longer at the source"),
                        outcome(OutcomeKind.ARCHIVED, "a", "archived"),
                        updated,
                        outcome(OutcomeKind.UPDATED, "v", "other metadata"),
                        outcome(OutcomeKind.COPIED, "c", ""),
                        outcome(OutcomeKind.SKIPPED, "s", "filtered"),
                        outcome(OutcomeKind.DELETED, "d", "absent")))
                .containsExactly(
                        "WARN copied-with-loss: l: copied, with loss: Expires",
                        "WARN gone: g: no longer at the source",
                        "WARN archived: a: archived",
                        "WARN updated: u: with loss: Expires");
    }

    @Test
    void countsWhatFollowsTheFirst() {
        Outcome[] many = new Outcome[50];
        for (int i = 0; i < many.length; i++) {
            many[i] = outcome(i % 2 == 0 ? OutcomeKind.FAILED : OutcomeKind.GONE, "k" + i, "no");
        }

        assertThat(logged("mirror.jsonl", many))
                .hasSize(42)
                .endsWith(
                        "ERROR 5 more failed; all of them are in mirror.jsonl",
                        "WARN 5 more arrived with loss, or are gone or archived; all of them are in mirror.jsonl");
        assertThat(logged("", many)).contains("ERROR 5 more failed; add --report=FILE to have all of them named");
    }

    private static List<String> logged(String report, Outcome... outcomes) {
        try (Logged logged = Logged.of(OutcomeLog.class)) {
            OutcomeLog log = new OutcomeLog(report);
            for (Outcome outcome : outcomes) {
                log.record(outcome);
            }
            log.finish();
            return logged.lines();
        }
    }

    private static Outcome outcome(OutcomeKind kind, String key, String reason) {
        return new Outcome("r", key, 1, ETag.NONE, kind, 1, reason, Duration.ZERO, Evidence.NONE);
    }
}
