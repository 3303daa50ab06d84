package org.multicloudmirror.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.history.HistoryEntry;
import org.multicloudmirror.history.HistoryFile;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.ServedMirror;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.testing.FreePort;
import org.multicloudmirror.testing.ScheduledText;

/**
 * Each alert is fired by a real fault: the real service meets it and is scraped, and promtool evaluates the shipped rules
 * over what was scraped, as if it stayed like that for as long as they ask for.
 */
@NeedsPromtool
class AlertDrillIT {

    private static final String SCENARIO = "scenario";

    private final Path directory;
    private final Path file;
    private final Path small;
    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final CountDownLatch stands = new CountDownLatch(1);
    private final Mirror mirror;
    private final Instant zero = Instant.now();

    AlertDrillIT(@TempDir Path directory) throws IOException {
        this.directory = directory;
        file = directory.resolve("scenarios.yaml");
        small = Files.createDirectory(directory.resolve("small"));
        source.object("well", "object", "content")
                .object("stuck", "object", "content")
                .object("late", "object", "content")
                .always("GET stuck/object", Answer.silence(stands))
                .always("HEAD refused", Answer.error(403, "AccessDenied"))
                .always("LIST refused", Answer.error(403, "AccessDenied"))
                .bucket("emptied");
        destination.object("guarded", "object", "content");
        Path state = directory.resolve("state");
        mirror = new Mirror(directory)
                .store("from", source.asStore())
                .store("to", destination.asStore())
                .store(
                        "down",
                        Map.of(
                                "driver", "s3",
                                "endpoint", "http://127.0.0.1:" + FreePort.find(),
                                "access-key", "any",
                                "secret-key", "any"))
                .setting("mirror.state-dir", state)
                .setting("mirror.report.dir", small)
                .setting("mirror.report.retries", 0)
                .setting("mirror.mail.host", "127.0.0.1")
                .setting("mirror.mail.port", FreePort.find())
                .setting("mirror.mail.from", "mirror@example.org");
        Instant before = zero.minus(Duration.ofHours(3));
        new HistoryFile(state, 100)
                .append(List.of(
                        past(before, "from://late->down://late", "ok"),
                        past(before, "from://never->down://never", "some-failed")));
    }

    @AfterEach
    void close() throws Exception {
        source.close();
        destination.close();
        new ProcessBuilder("umount", small.toString()).start().waitFor();
    }

    @Test
    void eachIsFiredByItsFault() throws Exception {
        assumeTrue(hasSmallDisk(), "a file system of 1 MiB cannot be mounted: the drill needs root");
        String well = ScheduledText.of("well", "scenario", "from://well->to://well", "every", "1s");
        Files.writeString(file, well);
        ServedMirror served = mirror.serve(file).awaitOk("well", 1);
        Scrape healthy = scraped(served, Set.of());

        assertThat(new Replay(directory, healthy, healthy).isSilent()).isEmpty();

        replace(well
                + once("late", "from://late->down://late")
                + once("never", "from://never->down://never")
                + once("refused", "from://refused->to://refused")
                + once("guarded", "from://emptied->to://guarded", "delete", "true")
                + once("stuck", "from://stuck->to://stuck")
                + once("told", "from://refused->to://told", "to", "ann@example.org"));
        for (String name : List.of("late", "never", "refused", "told")) {
            awaitEnded(served, name, "could-not-run");
        }
        awaitEnded(served, "guarded", "guarded");
        served.process().awaitUntil(stands);
        replace(well + "mistake");
        served.awaitErr("the scenarios that run go on as they are");
        fill(small);
        served.awaitMetric("mirror_deliveries_total{kind=\"mail\",result=\"failed\"}");
        served.awaitMetric("mirror_deliveries_total{kind=\"archive\",result=\"failed\"}");
        Replay faults = new Replay(directory, healthy, scraped(served, Set.of("stuck")));

        assertThat(faults.fires("MirrorFailing", SCENARIO, "late", "never", "refused", "told"))
                .isEmpty();
        assertThat(faults.fires("MirrorGuarded", SCENARIO, "guarded")).isEmpty();
        assertThat(faults.fires("MirrorOverdue", SCENARIO, "late", "never")).isEmpty();
        assertThat(faults.fires("MirrorStuck", SCENARIO, "stuck")).isEmpty();
        assertThat(faults.fires("MirrorDiskNearlyFull", "use", "reports")).isEmpty();
        assertThat(faults.fires("MirrorReloadFailed", "job", "multi-cloud-mirror"))
                .isEmpty();
        assertThat(faults.fires("MirrorDeliveryFailing", "kind", "archive", "mail"))
                .isEmpty();

        replace("[]\n");
        served.awaitErr(" is loaded: 0 scheduled");
        Replay emptied = new Replay(directory, healthy, scraped(served, Set.of()));
        assertThat(emptied.fires("MirrorNothingScheduled", "job", "multi-cloud-mirror"))
                .isEmpty();
        assertThat(emptied.fires("MirrorReloadFailed", "job"))
                .as("it is mended")
                .isEmpty();
        assertThat(emptied.fires("MirrorFailing", SCENARIO)).as("they are gone").isEmpty();

        served.end();
        Replay ended = new Replay(directory, healthy, Scrape.of(served.metrics(), zero));
        assertThat(ended.fires("MirrorDown", "job", "multi-cloud-mirror")).isEmpty();
    }

    private boolean hasSmallDisk() throws Exception {
        return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString())
                        .start()
                        .waitFor()
                == 0;
    }

    /** Until nothing more can be written: reports cannot be archived there any longer, either. */
    private static void fill(Path place) {
        byte[] some = new byte[4096];
        try (OutputStream out = Files.newOutputStream(place.resolve("large"))) {
            while (true) {
                out.write(some);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    /** A scrape with just these under way: what is under way in it stays so in the replay, as if it were stuck. */
    private Scrape scraped(ServedMirror served, Set<String> underWay) {
        return await().until(
                        () -> Scrape.of(served.metrics(), zero),
                        scrape -> scrape.scenarios("mirror_runs_in_progress").equals(underWay)
                                && scrape.scenarios("mirror_run_last_progress_timestamp_seconds")
                                        .equals(underWay));
    }

    private static void awaitEnded(ServedMirror served, String name, String status) {
        await().until(() -> served.ended(name, status) > 0);
    }

    private static HistoryEntry past(Instant started, String scenario, String status) {
        return new HistoryEntry(started, "12345678", scenario, status, "", Duration.ofSeconds(1), 0, 0, 0, 0);
    }

    private static String once(String name, String scenario, String... more) {
        return ScheduledText.of(
                name,
                Stream.concat(Stream.of("scenario", scenario, "every", "1h"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void replace(String text) throws IOException {
        Path fresh = Files.writeString(directory.resolve("fresh.yaml"), text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
