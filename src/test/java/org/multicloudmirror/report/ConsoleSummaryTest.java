package org.multicloudmirror.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multicloudmirror.report.SampleRun.PHOTOS;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleSummaryTest {

    @Test
    void printsOneLineForOneScenario() {
        assertThat(ConsoleSummary.render(new SampleRun(PHOTOS)
                        .equal(230)
                        .copied("a", 3_400_000)
                        .skipped("b", 1, "too large")
                        .report()))
                .isEqualTo(
                        "s3://photos->cf://photos: 1 copied (3.4 MB), 0 failed, 1 skipped, 230 unchanged in 2.1 s (1.6 MB/s)");
    }

    @Test
    void tellsNoSizeAndNoRateWhenNothingWasCopied() {
        assertThat(ConsoleSummary.render(Sample.NOTHING_TO_DO.report()))
                .isEqualTo("s3://photos->cf://photos: 0 copied, 0 failed, 0 skipped, 1,230 unchanged in 2.1 s");
    }

    @Test
    void countsFailedObjectsWithoutNamingThem() {
        assertThat(ConsoleSummary.render(Sample.FAILED.report()))
                .isEqualTo(
                        "s3://photos->cf://photos: 1 copied (1.5 kB), 2 failed, 0 skipped, 230 unchanged in 2.1 s (714 B/s)");
    }

    @Test
    void tellsWhatEndedARunEarlyBeforeItsFailures() {
        assertThat(ConsoleSummary.render(Sample.ENDED_EARLY.report()))
                .isEqualTo("s3://photos->cf://photos: ENDED EARLY: store cf denies access: 7 objects are left; "
                        + "0 copied, 1 failed, 0 skipped, 230 unchanged in 2.1 s");
    }

    @Test
    void countsGoneObjectsWhereThereAreAny() {
        assertThat(ConsoleSummary.render(Sample.SKIPPED_AND_GONE.report()))
                .isEqualTo("s3://photos->cf://photos: 0 copied, 0 failed, 1 gone, 1 skipped, 7 unchanged in 2.1 s");
    }

    @Test
    void countsArchivedObjectsWhereThereAreAny() {
        assertThat(ConsoleSummary.render(Sample.ARCHIVED.report()))
                .isEqualTo("s3://photos->cf://photos: 1 copied (3.4 MB), 0 failed, 2 archived, 0 skipped, 7 unchanged"
                        + " in 2.1 s (1.6 MB/s)");
    }

    @Test
    void tellsWhyAScenarioCouldNotRun() {
        assertThat(ConsoleSummary.render(Sample.COULD_NOT_RUN.report()))
                .isEqualTo("s3://photos->cf://photos: COULD NOT RUN: s3://photos: 403 Access Denied; "
                        + "check the credentials of store \"s3\"");
    }

    @Test
    void tellsWhatAnInterruptedRunGotDone() {
        assertThat(ConsoleSummary.render(Sample.INTERRUPTED.report()))
                .isEqualTo("s3://photos->cf://photos: INTERRUPTED; 1 copied (1.5 kB), 0 failed, 1 interrupted, "
                        + "0 skipped, 40 unchanged in 12 s (125 B/s)");
    }

    @Test
    void tellsWhyItEndedAndWhatIsLeft() {
        assertThat(ConsoleSummary.render(Sample.LIMIT_REACHED.report()))
                .isEqualTo("s3://photos->cf://photos: LIMIT REACHED: --max-transfer was reached: 1 object is left;"
                        + " the next run goes on from here; 1 copied (1.5 kB), 0 failed, 1 left, 0 skipped,"
                        + " 40 unchanged in 12 s (125 B/s)");
    }

    @Test
    void tellsWhatADryRunWouldCopy() {
        assertThat(ConsoleSummary.render(Sample.DRY_RUN.report()))
                .isEqualTo(
                        "s3://photos->cf://photos: would copy 2 (2.4 MB), 0 failed, 0 skipped, 230 unchanged in 2.1 s");
    }

    @Test
    void addsATotalToTwoScenarios() {
        assertThat(ConsoleSummary.render(Sample.TWO_SCENARIOS.report())).isEqualTo("""
                        s3://photos->cf://photos: 1 copied (1.5 kB), 0 failed, 0 skipped, 230 unchanged in 2.1 s (714 B/s)
                        cf://backup/db/->s3://backup/2026/: COULD NOT RUN: cf://backup: the listing broke off after \
                        4 objects: 504 Gateway Timeout; 1 copied (40.0 MB), 0 failed, 0 skipped, 3 unchanged \
                        in 2 h 04 min (5.4 kB/s)
                        total: 2 copied (40.0 MB), 0 failed, 0 skipped, 233 unchanged in 2 h 04 min (5.4 kB/s)""");
    }

    @Test
    void letsNoPrefixMoveTheCursor() {
        assertThat(ConsoleSummary.render(new SampleRun(SampleRun.scenario("s3", "a", "\u001b[2J/", "cf", "b", ""))
                        .took(Duration.ZERO)
                        .report()))
                .isEqualTo("s3://a/\\u001b[2J/->cf://b: 0 copied, 0 failed, 0 skipped, 0 unchanged in 0.0 s");
    }
}
