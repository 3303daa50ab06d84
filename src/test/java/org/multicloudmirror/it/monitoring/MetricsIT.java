package org.multicloudmirror.it.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.ServedMirror;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.ObjectAnswer;
import org.multicloudmirror.testing.ScheduledText;

/** What the real service tells Prometheus while it runs. */
@NeedsPromtool
class MetricsIT {

    private static final Path PAGE = Path.of("docs/metrics.md");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
    private static final Pattern MICROMETER = Pattern.compile("jvm_|system_");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| (\\w+) \\|");

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Path directory;
    private final Mirror mirror;

    MetricsIT(@TempDir Path directory) {
        this.directory = directory;
        mirror = new Mirror(directory)
                .store("from", source.asStore())
                .store("to", destination.asStore())
                .setting("mirror.report.dir", directory.resolve("reports"));
        source.object("quick", "1", "content")
                .object("slow", "1", "content")
                .object("slow", "2", "content")
                .always("GET slow/2", new ObjectAnswer("content".getBytes(UTF_8)).pausingAfterHalf(reached, goOn));
    }

    @AfterEach
    void close() {
        source.close();
        destination.close();
    }

    @Test
    void isByTheConventionsAndAsThePageSays() throws IOException {
        ServedMirror served = serve();
        served.awaitOk("quick", 1).process().awaitUntil(reached);
        await().until(() ->
                served.metrics().contains("mirror_objects_total{outcome=\"copied\",scenario=\"slow\"} 1.0"));
        String text = served.metrics();

        assertThat(text.lines())
                .contains(
                        "mirror_runs_total{scenario=\"slow\",status=\"ok\"} 0.0",
                        "mirror_copied_bytes_total{scenario=\"slow\"} 7.0",
                        "mirror_objects_in_flight{scenario=\"slow\"} 1.0",
                        "mirror_deliveries_total{kind=\"archive\",result=\"ok\"} 1.0",
                        "mirror_deliveries_total{kind=\"history\",result=\"ok\"} 1.0",
                        "mirror_deliveries_total{kind=\"mail\",result=\"ok\"} 0.0",
                        "mirror_store_requests_in_flight{store=\"from\"} 0.0",
                        "mirror_store_requests_total{operation=\"put\",status=\"2xx\",store=\"to\"} 4.0");
        Promtool.Verdict verdict = Promtool.over(
                Files.writeString(directory.resolve("scrape"), withoutDeprecated(text))
                        .toFile(),
                "check",
                "metrics");
        assertThat(verdict.text()).isEmpty();
        assertThat(verdict.exitCode()).isZero();
        assertThat(rows()).isEqualTo(types(text));
        goOn.countDown();
        assertThat(served.awaitOk("slow", 1).end().exitCode()).isEqualTo(143);
    }

    @Test
    void knowsLastTimesSuccessAfterARestart() throws IOException {
        mirror.setting("mirror.state-dir", directory.resolve("state"));
        goOn.countDown();
        serve().awaitOk("quick", 1).awaitOk("slow", 1).end();
        ServedMirror served = serve("cron", "0 0 3 1 1 ?");

        assertThat(served.awaitMetric("mirror_last_success_timestamp_seconds{scenario=\"slow\"}"))
                .isGreaterThan(1.7e9);
        served.end();
    }

    private ServedMirror serve() throws IOException {
        return serve("every", "1h");
    }

    private ServedMirror serve(String trigger, String when) throws IOException {
        Path file = Files.writeString(
                directory.resolve("scenarios.yaml"),
                ScheduledText.of("quick", "scenario", "from://quick->to://quick", trigger, when)
                        + ScheduledText.of("slow", "scenario", "from://slow->to://slow", trigger, when));
        return mirror.serve(file);
    }

    /** Those names are as they were, whatever is said of them. */
    private static String withoutDeprecated(String scrape) throws IOException {
        String page = Files.readString(PAGE);
        Set<String> deprecated = new TreeSet<>();
        ROW.matcher(page.substring(page.indexOf("## Deprecated")))
                .results()
                .forEach(row -> deprecated.add(row.group(1)));
        return scrape.lines()
                .filter(line -> !deprecated.contains(
                        line.replaceFirst("^# (HELP|TYPE) ", "").split("[{ ]", 2)[0]))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static Set<String> types(String scrape) {
        Set<String> types = new TreeSet<>();
        TYPE.matcher(scrape)
                .results()
                .filter(line -> !MICROMETER.matcher(line.group(1)).lookingAt())
                .forEach(line -> types.add(line.group(1) + " " + line.group(2)));
        return types;
    }

    private static Set<String> rows() throws IOException {
        Set<String> rows = new TreeSet<>();
        ROW.matcher(Files.readString(PAGE))
                .results()
                .filter(row -> !MICROMETER.matcher(row.group(1)).lookingAt())
                .forEach(row -> rows.add(row.group(1) + " " + row.group(2)));
        return rows;
    }
}
