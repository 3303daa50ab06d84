package org.multicloudmirror.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

class HistoryTextTest {

    private static final String STARTED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
            .format(Instant.parse("2026-01-02T03:04:05Z").atZone(ZoneId.systemDefault()));

    @Test
    void aRunTellsHowMuch() {
        assertThat(HistoryText.line(HistoryEntries.of("1a2b3c4d")))
                .isEqualTo(
                        STARTED + "  1a2b3c4d  ok             s3://photos->cf://grüße  1 min 01 s  2 copied (1.5 kB),"
                                + " 3 equal, 0 failed");
    }

    @Test
    void aRunThatCouldNotRunTellsWhyNot() {
        assertThat(HistoryText.line(HistoryEntries.failed("s3://a->cf://b", "no route to host")))
                .isEqualTo(STARTED + "  -         could-not-run  s3://a->cf://b  0.0 s  no route to host");
    }

    @Test
    void aRunOfAnEntryTellsItsName() {
        assertThat(HistoryText.line(HistoryEntries.named("nightly"))).contains("  s3://photos->cf://grüße (nightly)  ");
    }

    @Test
    void nothingInItControlsTheTerminal() {
        assertThat(HistoryText.line(HistoryEntries.failed("s3://a\n->cf://\u202eb", "\u001b[2J\u009b")))
                .endsWith("  s3://a\\u000a->cf://\\u202eb  0.0 s  \\u001b[2J\\u009b");
    }
}
