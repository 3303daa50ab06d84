package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.testing.ScheduledText;

/** {@code mirror validate} looks at everything, tells all of it and writes nothing. */
class ValidateIT {

    private static final String ROUTES =
            "ok    the routes in " + Path.of("routes").toAbsolutePath() + " load";

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final Path directory;
    private final Path file;
    private final Mirror mirror;

    ValidateIT(@TempDir Path directory) {
        this.directory = directory;
        file = directory.resolve("scenarios.yaml");
        mirror = Mirror.inThisProcess(directory)
                .store("from", source.asStore())
                .store("to", destination.asStore())
                .setting("mirror.scenarios", file)
                .setting("mirror.state-dir", directory.resolve("state"));
    }

    @BeforeEach
    void fill() {
        source.object("there", "object", "1").bucket("denied");
        source.always("LIST denied", Answer.error(403, "AccessDenied"));
        destination.bucket("there");
    }

    @AfterEach
    void close() {
        source.close();
        destination.close();
    }

    @Test
    void zeroWhenAllCouldRun() {
        MirrorRun run = mirror.command("validate", "from://there->to://there", "from://there->to://new/place");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.outLines())
                .containsExactly(
                        ROUTES,
                        "ok    from://there: there, and can be listed",
                        "ok    to://there: there, and can be listed",
                        "ok    to://new/place/: not there; a run creates it");
        assertThat(run.err()).isEmpty();
        assertNothingWritten(run);
    }

    @Test
    void oneWhenSomeCouldNot() {
        MirrorRun run = mirror.command(
                "validate",
                "--no-create",
                "from://missing->to://there",
                "from://denied->to://new",
                "from://there->to://there");

        assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
        assertThat(run.outLines())
                .satisfiesExactly(
                        routes -> assertThat(routes).isEqualTo(ROUTES),
                        missing -> assertThat(missing)
                                .isEqualTo("FAIL  from://missing: not there; create it, or check its name and account"),
                        there -> assertThat(there).isEqualTo("ok    to://there: there, and can be listed"),
                        denied -> assertThat(denied)
                                .startsWith("FAIL  from://denied: listing from://denied: 403 ")
                                .endsWith(
                                        "; the credentials of store from are known but not allowed this: check the policies"
                                                + " of user and bucket"),
                        notMade -> assertThat(notMade)
                                .isEqualTo("FAIL  to://new: not there; create it, or check its name and account"),
                        source -> assertThat(source).isEqualTo("ok    from://there: there, and can be listed"));
        assertThat(run.err()).doesNotContain("\tat ");
        assertNothingWritten(run);
    }

    @Test
    void twoWhenAScenarioCannotBeRead() {
        MirrorRun run = mirror.command("validate", "from://there->to://there", "nonsense");

        assertThat(run.exitCode()).as("%s", run).isEqualTo(2);
        assertThat(run.errLines())
                .containsExactly("multi-cloud-mirror: Scenario \"nonsense\": it has no \"->\"; write it as"
                        + " s3://bucket[/prefix]->cf://container[/prefix]");
        assertThat(run.out()).isEmpty();
        assertThat(source.requests()).isEmpty();
        assertNothingWritten(run);
    }

    @Test
    void withoutScenariosItTakesThoseOfTheFile() throws IOException {
        Files.writeString(file, ScheduledText.of("it", "scenario", "from://there->to://there", "every", "1s"));
        MirrorRun good = mirror.command("validate");
        Files.writeString(file, ScheduledText.of("it", "scenario", "from://there->to://there", "every", "soon"));
        MirrorRun bad = mirror.command("validate");

        assertThat(good.exitCode()).as("%s", good).isZero();
        assertThat(good.outLines())
                .containsExactly(
                        ROUTES,
                        "ok    " + file + " has 1 scenario",
                        "ok    from://there: there, and can be listed",
                        "ok    to://there: there, and can be listed");
        assertThat(bad.exitCode()).as("%s", bad).isEqualTo(2);
        assertThat(bad.errLines())
                .containsExactly("multi-cloud-mirror: " + file
                        + ":8: every is \"soon\"; write a span from 1s to 366d, such as 30s, 15m, 4h or 1d");
        assertNothingWritten(good);
        assertNothingWritten(bad);
    }

    @Test
    void eachScenarioIsLookedAtWithItsOwnSettings() throws IOException {
        Path none = directory.resolve("none.txt");
        Path noDirectory = Files.writeString(directory.resolve("reports"), "");
        Files.writeString(
                file,
                ScheduledText.of("made", "scenario", "from://there->to://new", "every", "1s")
                        + ScheduledText.of(
                                "kept", "scenario", "from://there->to://new", "every", "1s", "no-create", "true")
                        + ScheduledText.of(
                                "listed",
                                "scenario",
                                "from://there->to://there",
                                "every",
                                "1s",
                                "files-from",
                                none.toString(),
                                "report-dir",
                                noDirectory.toString()));

        MirrorRun run = mirror.command("validate");

        assertThat(run.exitCode()).as("%s", run).isOne();
        assertThat(run.outLines())
                .containsExactly(
                        ROUTES,
                        "ok    " + file + " has 3 scenarios",
                        "ok    from://there: there, and can be listed",
                        "ok    to://new: not there; a run creates it",
                        "FAIL  to://new: not there; create it, or check its name and account",
                        "ok    to://there: there, and can be listed",
                        "FAIL  mirror.files-from (from files-from of listed at " + file + ":20) is \"" + none
                                + "\"; write a file in UTF-8 that can be read (" + none
                                + ": no such file or directory)",
                        "FAIL  the directory of reports " + noDirectory + " cannot be used (it is no directory); name"
                                + " another by mirror.report.dir, or by report-dir of the scenario");
        assertNothingWritten(run);
    }

    @Test
    void saysThatThereWasNoScenarioToLookAt() throws IOException {
        Files.writeString(file, "[]\n");

        MirrorRun run = mirror.command("validate");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.outLines()).containsExactly(ROUTES, "ok    " + file + " has no scenario");
    }

    /** Though no scenario names it. */
    @Test
    void warnsOfAWebhookThatCannotBeUsed() {
        MirrorRun run =
                mirror.setting("mirror.webhooks.team.form", "slick").command("validate", "from://there->to://there");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.err()).contains("mirror.webhooks.team.form (from ", "is \"slick\"; write one of json, slack");
    }

    private void assertNothingWritten(MirrorRun run) {
        assertThat(source.requests()).noneMatch(request -> request.startsWith("PUT "));
        assertThat(destination.requests()).noneMatch(request -> request.startsWith("PUT "));
        assertThat(run.orphaned()).isEmpty();
        assertThat(directory.resolve("locks")).doesNotExist();
        assertThat(directory.resolve("state")).doesNotExist();
    }
}
