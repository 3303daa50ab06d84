package org.multicloudmirror.report;

import static org.multicloudmirror.report.SampleRun.BACKUP;
import static org.multicloudmirror.report.SampleRun.PHOTOS;

import java.time.Duration;
import java.util.stream.Stream;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;

/**
 * A report that golden files exist for.
 *
 * @param name of the files, without their extension
 */
record Sample(String name, Report report) {

    static final Sample NOTHING_TO_DO =
            new Sample("nothing-to-do", new SampleRun(PHOTOS).equal(1_230).report());

    static final Sample NO_OBJECTS =
            new Sample("no-objects", new SampleRun(PHOTOS).took(Duration.ZERO).report());

    static final Sample COPIED = new Sample(
            "copied",
            new SampleRun(PHOTOS)
                    .equal(230)
                    .copied("2026/11/sea.jpg", 3_355_443)
                    .copied("2026/11/empty", 0)
                    .with(new Outcome(
                            "run-1",
                            "2026/11/slow.mov",
                            87_000_000,
                            SampleRun.ETAG,
                            OutcomeKind.COPIED,
                            3,
                            "",
                            Duration.ofSeconds(31),
                            Evidence.NONE))
                    .note("container \"photos\" did not exist and was created")
                    .took(Duration.ofSeconds(65))
                    .report());

    static final Sample SKIPPED_AND_GONE = new Sample(
            "skipped-and-gone",
            new SampleRun(PHOTOS)
                    .equal(7)
                    .skipped("disk.img", 6_100_000_000L, "larger than 5.0 GB, the largest that is copied")
                    .gone("tmp/upload.part", 12)
                    .report());

    static final Sample ARCHIVED = new Sample(
            "archived",
            new SampleRun(PHOTOS)
                    .equal(7)
                    .copied("2026/11/sea.jpg", 3_355_443)
                    .archived("2019/raw.tar", 8_100_000_000L, "GLACIER")
                    .archived("2020/raw.tar", 9_300_000_000L, "DEEP_ARCHIVE")
                    .report());

    static final Sample FAILED = new Sample(
            "failed",
            new SampleRun(PHOTOS)
                    .equal(230)
                    .copied("a.txt", 1_500)
                    .failed("b.txt", 2_400_000, "cf://photos: 503 Service Unavailable")
                    .failed("c.txt", 12, "cf://photos: the copy arrived with another MD5")
                    .report());

    static final Sample ENDED_EARLY = new Sample(
            "ended-early",
            new SampleRun(PHOTOS)
                    .equal(230)
                    .failed("b.txt", 0, "cf://photos: 403 Forbidden")
                    .endedEarly("store cf denies access: 7 objects are left")
                    .report());

    static final Sample COULD_NOT_RUN = new Sample(
            "could-not-run",
            new SampleRun(PHOTOS)
                    .couldNotRun("s3://photos: 403 Access Denied; check the credentials of store \"s3\"")
                    .took(Duration.ofMillis(340))
                    .report());

    static final Sample INTERRUPTED = new Sample(
            "interrupted",
            new SampleRun(PHOTOS)
                    .equal(40)
                    .copied("a.txt", 1_500)
                    .interrupted("b.txt", 2_400_000)
                    .took(Duration.ofSeconds(12))
                    .report());

    static final Sample LIMIT_REACHED = new Sample(
            "limit-reached",
            new SampleRun(PHOTOS)
                    .equal(40)
                    .copied("a.txt", 1_500)
                    .left("b.txt", 2_400_000)
                    .took(Duration.ofSeconds(12))
                    .report());

    static final Sample DRY_RUN = new Sample(
            "dry-run",
            new SampleRun(PHOTOS)
                    .equal(230)
                    .wouldCopy("a.txt", 1_500)
                    .wouldCopy("b.txt", 2_400_000)
                    .report());

    static final Sample TWO_SCENARIOS = new Sample(
            "two-scenarios",
            SampleRun.report(
                    new SampleRun(PHOTOS).equal(230).copied("a.txt", 1_500).summary(),
                    new SampleRun("run-2", BACKUP)
                            .equal(3)
                            .copied("monday.sql", 40_000_000)
                            .couldNotRun("cf://backup: the listing broke off after 4 objects: 504 Gateway Timeout")
                            .took(Duration.ofMinutes(124))
                            .summary()));

    static final Sample CUT_LIST = new Sample("cut-list", cutList());

    static final Sample AWKWARD_KEYS = new Sample(
            "awkward-keys",
            new SampleRun(PHOTOS)
                    .copied("line\nbreak", 1)
                    .copied("\u001b[2Jterminal", 2)
                    .copied("<script>alert('x')</script> & <b>\"", 3)
                    .copied("comma, \"quote\"", 4)
                    .copied("=1+1", 5)
                    .copied("  two  spaces ", 6)
                    .copied("Grüße/\u65e5\u672c/\ud83c\udf0a.jpg", 7)
                    .copied("rtl\u202egpj.exe", 8)
                    .copied("key/".repeat(256), 9)
                    .failed("back\\slash", 10, "cf://photos said: <html>\n502 Bad Gateway</html>")
                    .note("prefix \"<i>\" is odd")
                    .report());

    static Stream<Sample> all() {
        return Stream.of(
                NOTHING_TO_DO,
                NO_OBJECTS,
                COPIED,
                SKIPPED_AND_GONE,
                ARCHIVED,
                FAILED,
                COULD_NOT_RUN,
                INTERRUPTED,
                LIMIT_REACHED,
                DRY_RUN,
                TWO_SCENARIOS,
                CUT_LIST,
                AWKWARD_KEYS);
    }

    String file(String extension) {
        return name + "." + extension;
    }

    /** Short, for the names of parameterized tests. */
    @Override
    public String toString() {
        return name;
    }

    private static Report cutList() {
        SampleRun run = new SampleRun(PHOTOS).equal(1_000_000);
        for (int i = 1; i <= 250; i++) {
            run.failed("logs/%03d.gz".formatted(i), 1_000L * i, "cf://photos: 503 Service Unavailable");
        }
        return run.took(Duration.ofSeconds(185)).report();
    }
}
