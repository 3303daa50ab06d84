package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.testing.ScheduledText;

/** One scenario of the service, run once from the command line. */
class RunNamedIT {

    private static final String SELDOM = "0 0 3 1 1 ?";

    @TempDir
    Path directory;

    private final FakeS3 s3 = new FakeS3().object("src", "a.txt", "1").object("src", "b.tmp", "2");
    private Path scenarios = Path.of("");
    private Mirror mirror = new Mirror(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        scenarios = Files.writeString(
                directory.resolve("scenarios.camel.yaml"),
                ScheduledText.of("texts", "scenario", "s3://src->s3://texts", "cron", SELDOM, "filters", "- *.tmp")
                        + ScheduledText.of("all", "scenario", "s3://src->s3://all", "cron", SELDOM));
        mirror = Mirror.inThisProcess(directory)
                .store("s3", Map.of("endpoint", s3.endpoint(), "access-key", "a", "secret-key", "b"))
                .setting("mirror.scenarios", scenarios);
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void itRunsWithItsOwnSettings() {
        MirrorRun texts = mirror.command("run", "texts");
        MirrorRun all = mirror.command("run", "all");

        assertThat(texts.exitCode()).as("%s", texts).isZero();
        assertThat(texts.out()).contains("s3://src->s3://texts: 1 copied");
        assertThat(all.out()).contains("s3://src->s3://all: 2 copied");
    }

    @Test
    void anOptionGoesBeforeWhatTheEntrySays() throws IOException {
        s3.object("kept", "extra", "3");
        Files.writeString(
                scenarios,
                ScheduledText.of(
                        "deleting",
                        "scenario",
                        "s3://src->s3://kept",
                        "cron",
                        SELDOM,
                        "filters",
                        "- *.tmp",
                        "delete",
                        "true",
                        "max-delete",
                        "10",
                        "min-sync",
                        "0"));

        MirrorRun guarded = mirror.command("run", "deleting", "--max-delete", "0", "--exclude", "a*");

        assertThat(guarded.out())
                .as("the filters are those of the options, too")
                .contains("1 copied")
                .contains("GUARDED")
                .contains("--max-delete=0");
        assertThat(s3.bucket("kept")).containsOnlyKeys("extra", "b.tmp");
    }

    @Test
    void aMistakeInAnothersFileDoesNotMatter() throws IOException {
        Path teams = Files.createDirectory(directory.resolve("teams"));
        Files.writeString(
                teams.resolve("good.yaml"), ScheduledText.of("good", "scenario", "s3://src->s3://all", "cron", SELDOM));
        Path bad = Files.writeString(teams.resolve("bad.yaml"), "- what");
        mirror.setting("mirror.scenarios", teams).setting("mirror.state-dir", directory.resolve("state"));

        MirrorRun run = mirror.command("run", "good");
        MirrorRun other = mirror.command("run", "other");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.err()).contains(bad + ":1: ");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).as("it may be in there").contains(bad + ":1: ");
        assertThat(mirror.command("pause", "good").out()).startsWith("paused: good (in ");
        assertThat(mirror.command("pause", "other").exitCode()).isEqualTo(2);
        assertThat(mirror.command("resume", "good").out()).startsWith("resumed: good (in ");
        assertThat(mirror.command("resume", "--all").out()).startsWith("nothing was paused");
        assertThat(mirror.command("status").out())
                .containsPattern("(?m)^good +scheduled ")
                .contains("not taken: " + bad + ":1: ");
        assertThat(mirror.command("validate").exitCode()).isEqualTo(2);
    }

    @Test
    void aNameThatIsNotThereIsTold() {
        MirrorRun run = mirror.command("run", "text");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("there is no scenario \"text\" in " + scenarios
                        + " (did you mean \"texts\"?); it has all, texts");
    }
}
