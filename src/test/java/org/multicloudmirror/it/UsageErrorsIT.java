package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;

/** What is written wrongly is exit code 2 and one line on stderr that quotes it and says how to write it. */
class UsageErrorsIT {

    private static final String GOOD = "s3://a->cf://b";

    private final Mirror mirror;

    UsageErrorsIT(@TempDir Path directory) {
        mirror = new Mirror(directory);
    }

    static Stream<Arguments> scenarios() {
        return Stream.of(
                arguments("s3://a", "it has no \"->\"; write it as s3://bucket[/prefix]->cf://container[/prefix]"),
                arguments(
                        "s3://a-",
                        "it ends where a shell takes > for a redirection into a file; write the whole scenario in quotes:"
                                + " 's3://bucket[/prefix]->cf://container[/prefix]'"),
                arguments(
                        "valdate",
                        "it has no \"->\"; write it as s3://bucket[/prefix]->cf://container[/prefix] (or did you mean the"
                                + " command \"validate\"?)"),
                arguments(
                        "s4://a->cf://b",
                        "the source names the unknown store \"s4\" (did you mean \"s3\"?); use one of cf, s3, or configure"
                                + " mirror.stores.s4.driver"),
                arguments("s3:/a->cf://b", "the source \"s3:/a\" has no \"://\"; write it as s3://a"),
                arguments("s3://a->b", "the destination \"b\" has no \"://\"; write it as cf://container"),
                arguments(
                        "s3://a->gs://b",
                        "the destination names the unknown store \"gs\"; use one of cf, s3, or configure"
                                + " mirror.stores.gs.driver"),
                arguments("s3://->cf://b", "the source has an empty bucket; write it as s3://bucket"),
                arguments(
                        "s3://a->s3://a",
                        "source and destination are the same; name another bucket or prefix on one side"),
                arguments(
                        "s3://a/x->s3://a/x/y",
                        "one prefix is inside the other; use prefixes of which neither starts with the other"));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioThatCannotBeRead(String scenario, String problem) {
        assertUsageError(mirror.runBare(scenario), "Scenario \"" + scenario + "\": " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "validate"})
    void scenariosThatWouldDeleteWhatOthersCopy(String command) {
        List<String> arguments = Stream.of(command, "--delete", "s3://a->cf://x", "s3://b->cf://x/sub")
                .filter(argument -> !argument.isEmpty())
                .toList();

        assertUsageError(
                mirror.runBare(arguments.toArray(String[]::new)),
                "Scenario \"s3://b->cf://x/sub/\": its destination cf://x/sub/ is inside that of \"s3://a->cf://x\", and with"
                        + " --delete each deletes what the other copies; give each a prefix of its own, or leave out --delete");
    }

    static Stream<Arguments> options() {
        String help = "; multi-cloud-mirror --help lists the options";
        String process = "write a whole number from 1 to 1024";
        return Stream.of(
                arguments(List.of("--frobnicate", GOOD), "Unknown option: '--frobnicate'" + help),
                arguments(List.of("--dryrun", GOOD), "Unknown option: '--dryrun' (did you mean \"--dry-run\"?)" + help),
                arguments(
                        List.of("--proces=3", GOOD),
                        "Unknown option: '--proces=3' (did you mean \"--process\"?)" + help),
                arguments(List.of(GOOD, "--process"), "Missing required parameter for option '--process' (N)" + help),
                arguments(
                        List.of("--process", "many", GOOD), "mirror.process (from --process) is \"many\"; " + process),
                arguments(List.of("--process", "0", GOOD), "mirror.process (from --process) is \"0\"; " + process),
                arguments(
                        List.of("--maxsize", "5X", GOOD),
                        "mirror.maxsize (from --maxsize) is \"5X\"; write a size such as 5368709120 or 5G"),
                arguments(
                        List.of("--tmpfile", "/no/where/at-all", GOOD),
                        "mirror.tmpfile (from --tmpfile) is \"/no/where/at-all\"; write a directory that exists, or a"
                                + " file in one"),
                arguments(
                        List.of("--backup-prefix", "", GOOD),
                        "--backup-prefix is empty; give it a value, or leave it out"),
                arguments(List.of("--config", "", GOOD), "--config is empty; give it a value, or leave it out"),
                arguments(List.of("--config=", GOOD), "--config is empty; give it a value, or leave it out"),
                arguments(
                        List.of("--exclude", "", GOOD), "--exclude is empty; give it a value, or leave it out" + help),
                arguments(List.of("pause", "x", "--for", ""), "--for is empty; give it a value, or leave it out"),
                arguments(List.of("routes", "--export="), "--export is empty; give it a value, or leave it out"),
                arguments(
                        List.of("--debug=maybe", GOOD),
                        "--debug is \"maybe\"; write true or false, or leave the value out"),
                arguments(
                        List.of("validate", "--debug=", GOOD),
                        "--debug is \"\"; write true or false, or leave the value out"),
                arguments(
                        List.of("--files-from", "/", GOOD),
                        "mirror.files-from (from --files-from) is \"/\"; write a file in UTF-8 that can be read"
                                + " (Is a directory)"),
                arguments(
                        List.of("--config", "/no/such.properties", GOOD),
                        "the configuration file /no/such.properties cannot be read (no such file or directory); name an"
                                + " existing properties file"));
    }

    @ParameterizedTest
    @MethodSource("options")
    void anOptionThatCannotBeUsed(List<String> arguments, String message) {
        assertUsageError(mirror.runBare(arguments.toArray(String[]::new)), message);
    }

    @Test
    void aReportThatCannotBeWritten() {
        MirrorRun run = mirror.runBare("--report", "/no/such/report.jsonl", GOOD);

        assertThat(run.exitCode()).as("%s", run).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("multi-cloud-mirror: mirror.report (from --report) is \"/no/such/report.jsonl\"; write a"
                        + " file that can be written");
    }

    /** A forgotten argument of an option swallows the scenario: with 0, cron would never tell. */
    @Test
    void anOptionWithoutAnyScenario() {
        MirrorRun run = mirror.runBare("--process", GOOD);

        assertThat(run.exitCode()).as("%s", run).isEqualTo(2);
        assertThat(run.errLines()).hasSize(1);
    }

    @Test
    void everyWrongScenarioIsNamed() {
        MirrorRun run = mirror.runBare("worse", GOOD, "bad");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("multi-cloud-mirror: Scenario \"worse\": "),
                        line -> assertThat(line).startsWith("multi-cloud-mirror: Scenario \"bad\": "));
        assertThat(run.out()).as("nothing runs").isEmpty();
    }

    @Test
    void anUnknownSettingInAFile() {
        MirrorRun run = mirror.setting("mirror.proces", 8).run(GOOD);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("multi-cloud-mirror: /")
                .endsWith("/it.properties sets mirror.proces, which is no setting (did you mean \"mirror.process\"?);"
                        + " config/application.properties lists them all");
    }

    @Test
    void anUnknownPropertyOfAStore() {
        MirrorRun run = mirror.setting("mirror.stores.cf.password", "secret").run(GOOD);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .endsWith("/it.properties sets mirror.stores.cf.password, and a store has no \"password\"; use one of"
                        + " [access-key, anonymous, credential, driver, endpoint, headers, identity, interface, path-style,"
                        + " profile, provider, region, secret-key, session-token, storage-policy, storage-url],"
                        + " options.<jclouds property>");
    }

    @Test
    void aWrongVariableOfTheEnvironment() {
        assertUsageError(
                mirror.variable("MIRROR_RETRIES", "often").runBare(GOOD),
                "mirror.retries (from the environment variable MIRROR_RETRIES) is \"often\"; write a whole number from"
                        + " 0 to 20");
    }

    @Test
    void helpAndVersionAreNoErrors() {
        MirrorRun nothing = mirror.runBare();
        MirrorRun help = mirror.runBare("--help");
        MirrorRun version = mirror.runBare("--version");

        assertThat(List.of(nothing.exitCode(), help.exitCode(), version.exitCode()))
                .containsOnly(0);
        assertThat(help.out())
                .startsWith("Usage: multi-cloud-mirror ")
                .contains("--process=N")
                .contains("  130, 143   interrupted by SIGINT or SIGTERM")
                .isEqualTo(nothing.out());
        assertThat(version.out()).matches("multi-cloud-mirror \\d\\S* \\(Java \\d\\S*\\)\n");
        assertThat(List.of(nothing.err(), help.err(), version.err())).containsOnly("");
    }

    private static void assertUsageError(MirrorRun run, String message) {
        assertThat(run.exitCode()).as("%s", run).isEqualTo(2);
        assertThat(run.errLines()).isEqualTo(List.of("multi-cloud-mirror: " + message));
        assertThat(run.out()).isEmpty();
    }
}
