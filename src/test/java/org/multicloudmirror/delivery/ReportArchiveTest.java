package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;

class ReportArchiveTest {

    private static final String FIRST = "mirror-20261101-000000-000-aaaaaaaa.jsonl";
    private static final String SECOND = "mirror-20261102-000000-000-bbbbbbbb.jsonl";
    private static final String THIRD = "mirror-20261103-000000-000-cccccccc.jsonl";
    private static final String OTHER = "mirror-notes.jsonl";

    private final Path directory;

    ReportArchiveTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        for (String name : List.of(FIRST, SECOND, THIRD, OTHER)) {
            Files.writeString(directory.resolve(name), "{}\n");
        }
    }

    @Test
    void keepsAllUnlessItIsTold() throws IOException {
        prune(Map.of());

        assertThat(names()).containsExactly(FIRST, SECOND, THIRD, OTHER);
    }

    @Test
    void keepsTheNewestAndWhatIsNoReport() throws IOException {
        prune(Map.of("MIRROR_REPORT_KEEP", "2"));

        assertThat(names()).containsExactly(SECOND, THIRD, OTHER);
    }

    @Test
    void keepsNoneThatIsTooOld() throws IOException {
        Files.setLastModifiedTime(
                directory.resolve(SECOND), FileTime.from(Instant.now().minus(Duration.ofDays(31))));

        prune(Map.of("MIRROR_REPORT_KEEP_AGE", "30d"));

        assertThat(names()).containsExactly(FIRST, THIRD, OTHER);
    }

    /** A link to nowhere is there when files are listed, and is not when they are looked at. */
    @Test
    void goesOnWhereAnotherRunHasRemovedOne() throws IOException {
        Files.delete(directory.resolve(SECOND));
        Files.createSymbolicLink(directory.resolve(SECOND), directory.resolve("gone"));

        prune(Map.of("MIRROR_REPORT_KEEP", "2"));

        assertThat(names()).containsExactly(FIRST, THIRD, OTHER);
    }

    @Test
    void refusesAReportThatIsNotWhole() throws IOException {
        try (RunReport runReport = new RunReport(settings("MIRROR_REPORT", "/dev/full"), false);
                DefaultCamelContext camel = new DefaultCamelContext()) {
            Report report = runReport.finish(report());

            assertThatThrownBy(() -> archive().prepare(exchange(camel, report, runReport)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("a report that is not whole is not archived; make room for it");
        }
    }

    /** What was killed left it; what fails leaves it until its exchange is done. */
    @Test
    void leavesNothingOfWhatIsNotArchivedToItsEnd() throws IOException {
        Path old = Files.writeString(directory.resolve(".part-" + FIRST), "{");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path anothers = Files.writeString(directory.resolve(".part-" + SECOND), "{");
        Files.createSymbolicLink(directory.resolve(".part-" + THIRD), directory.resolve("whole by now"));
        Path users = Files.writeString(directory.resolve(".part-" + OTHER), "{");
        Files.setLastModifiedTime(users, FileTime.from(Instant.EPOCH));
        try (RunReport runReport = new RunReport(settings("MIRROR_RETRIES", "1"), false);
                DefaultCamelContext camel = new DefaultCamelContext()) {
            Report report = runReport.finish(report());
            Exchange exchange = exchange(camel, report, runReport);

            archive().prepare(exchange);
            Path own = Files.writeString(directory.resolve(".part-" + runReport.archiveName(report)), "{");
            exchange.getExchangeExtension().handoverCompletions().forEach(end -> end.onFailure(exchange));

            assertThat(old).doesNotExist();
            assertThat(own).doesNotExist();
            assertThat(anothers).as("under way").exists();
            assertThat(users).as("no report").exists();
        }
    }

    private ReportArchive archive() {
        return new ReportArchive(settings("MIRROR_RETRIES", "1"));
    }

    private Exchange exchange(CamelContext camel, Report report, RunReport runReport) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(new Delivery(report, runReport, settings("MIRROR_RETRIES", "1"), false));
        return exchange;
    }

    /** With an archive, and another setting. */
    private Settings settings(String variable, String value) {
        return new SettingsLoader()
                .environment(Map.of("MIRROR_REPORT_DIR", directory.toString(), variable, value))
                .load();
    }

    private Report report() {
        Summary summary = Summary.unfinished(
                "1a2b3c4d",
                new ScenarioParser(settings("MIRROR_RETRIES", "1").stores()).parse("s3://a->cf://b"),
                Instant.EPOCH,
                RunStatus.OK,
                "");
        return new Report(Instant.EPOCH, Duration.ZERO, List.of(summary));
    }

    private void prune(Map<String, String> environment) throws IOException {
        new ReportArchive(new SettingsLoader().environment(environment).load()).prune(directory.toString());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
