package org.multicloudmirror.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTextTest {

    private static final Instant NOW = FakeControls.NOW;
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final LastRun FAILED =
            new LastRun(NOW.minusSeconds(1800), "could-not-run", Duration.ofSeconds(65), "no such bucket\u001b[2J");
    private static final ScenarioStatus BUSY = new ScenarioStatus(
            "photos-to-swift",
            "s3://photos->cf://photos",
            new Schedule("cron", "0 30 0/4 * * ?", "Europe/Berlin"),
            NOW.plusSeconds(3600),
            FAILED,
            NOW.minus(Duration.ofDays(3)),
            null,
            false,
            List.of(new RunProgress("1234abcd", NOW.minusSeconds(60), 1200, false, 10, 3, 1, 1_500_000, 4, true)));
    private static final ScenarioStatus NEVER = new ScenarioStatus(
            "texts",
            "s3://texts->cf://texts",
            new Schedule("poll", "30s", ""),
            null,
            null,
            null,
            null,
            true,
            List.of());

    @Test
    void tellsWhatIsUnderWay() {
        List<String> lines = StatusText.lines(status(BUSY, NEVER, FakeControls.scenario("x", "ok")), ZONE);

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(lines)
                .containsExactly(
                        "serving scenarios.yaml, pid 4711, since 2026-11-30 20:00:00 UTC",
                        "NAME              STATE      LAST RUN                   LAST OK      NEXT RUN",
                        "photos-to-swift   running    11-30 20:30 could-not-run  3 d          -",
                        "  s3://photos->cf://photos",
                        "  cron 0 30 0/4 * * ? (Europe/Berlin), the last took 1 min 05 s,",
                        "  paused until 2026-11-30 22:00:00+00:00",
                        "  no such bucket\\u001b[2J",
                        "  since 11-30 20:59: 1,200 listed, 3 of 10+ done, 1.5 MB, 1 failed, 4 in flight,",
                        "  stopping",
                        "texts             scheduled  -                          never        at a change",
                        "  s3://texts->cf://texts",
                        "  poll 30s, LATE",
                        "x                 scheduled  11-30 19:59 ok             1 h 00 min   12-01 00:00",
                        "  s3://a->cf://b",
                        "  every 4h, the last took 5.0 s");
    }

    @Test
    void tellsThatNoServiceRuns() {
        ServiceStatus status = new ServiceStatus(NOW, null, List.of(), "scenarios.yaml", List.of("gone"), List.of());

        assertThat(StatusText.lines(status, ZONE))
                .containsExactly(
                        "no service is running; scenarios.yaml", "gone is paused, and no scenario has that name");
        assertThat(status.needsAttention()).isTrue();
    }

    @Test
    void tellsWhoNeedsAttention() {
        assertThat(status(FakeControls.scenario("x", "ok")).needsAttention()).isFalse();
        assertThat(status(FakeControls.scenario("x", "interrupted")).needsAttention())
                .isFalse();
        assertThat(status(FakeControls.scenario("x", "some-failed")).needsAttention())
                .isTrue();
        assertThat(status(NEVER).needsAttention()).isTrue();
    }

    @Test
    void tellsWhatIsNotTakenOfTheFile() {
        ServiceStatus status = new ServiceStatus(
                NOW,
                new ServiceStatus.Running(4711, NOW, "1.0"),
                List.of(),
                "scenarios.yaml",
                List.of(),
                List.of("scenarios.yaml:12: every is \"1x\""));

        assertThat(StatusText.lines(status, ZONE)).contains("not taken: scenarios.yaml:12: every is \"1x\"");
        assertThat(StatusJson.write(status)).contains("\"mistakes\":[\"scenarios.yaml:12: every is \\\"1x\\\"\"]");
        assertThat(status.needsAttention()).isTrue();
        assertThat(status.of("x").needsAttention()).isTrue();
    }

    @Test
    void isJsonAsWell() {
        assertThat(StatusJson.write(status(BUSY, NEVER)))
                .isEqualTo("{\"schema\":1,\"now\":\"2026-11-30T21:00:00Z\",\"place\":\"scenarios.yaml\",\"service\":"
                        + "{\"pid\":4711,\"since\":\"2026-11-30T20:00:00Z\",\"version\":\"1.0\"},\"attention\":true,"
                        + "\"scenarios\":[{\"name\":\"photos-to-swift\",\"scenario\":\"s3://photos->cf://photos\","
                        + "\"schedule\":{\"cron\":\"0 30 0/4 * * ?\",\"timezone\":\"Europe/Berlin\"},\"paused\":true,"
                        + "\"pausedUntil\":\"2026-11-30T22:00:00Z\",\"lastRun\":{\"started\":\"2026-11-30T20:30:00Z\","
                        + "\"status\":\"could-not-run\",\"milliseconds\":65000,\"problem\":\"no such bucket\\u001B[2J\"},"
                        + "\"lastSuccess\":\"2026-11-27T21:00:00Z\",\"lagSeconds\":259200,\"late\":false,"
                        + "\"nextRun\":null,\"underWay\":[{\"run\":\"1234abcd\",\"started\":\"2026-11-30T20:59:00Z\","
                        + "\"listed\":1200,\"listingEnded\":false,\"queued\":10,\"finished\":3,\"failed\":1,"
                        + "\"bytes\":1500000,\"inFlight\":4,\"stopping\":true}]},{\"name\":\"texts\",\"scenario\":"
                        + "\"s3://texts->cf://texts\",\"schedule\":{\"poll\":\"30s\"},\"paused\":false,"
                        + "\"pausedUntil\":null,\"lastRun\":null,\"lastSuccess\":null,\"lagSeconds\":null,"
                        + "\"late\":true,\"nextRun\":null,\"underWay\":[]}],\"pausedOnly\":[],\"mistakes\":[]}\n");
    }

    private static ServiceStatus status(ScenarioStatus... scenarios) {
        return new ServiceStatus(
                NOW,
                new ServiceStatus.Running(4711, NOW.minusSeconds(3600), "1.0"),
                List.of(scenarios),
                "scenarios.yaml",
                List.of(),
                List.of());
    }
}
