package org.multicloudmirror.cli;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.docs.Page;
import org.multicloudmirror.docs.ShellWords;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.SettingsLoader;
import picocli.CommandLine.ParseResult;

/** Each command of the documentation is one that the command line takes, with its options, values and scenarios. */
class DocumentedCommandsTest {

    /** The launcher's own. */
    private static final Set<String> LAUNCHERS = Set.of("bench", "build", "demo", "package", "test");

    private static final Set<String> TAKE_SCENARIOS = Set.of("multi-cloud-mirror", "check", "validate");

    static Stream<Arguments> commands() {
        return Page.all().stream()
                // made from the code
                .filter(page -> !page.path().endsWith("cli.md"))
                .flatMap(page -> page.commands().stream().map(each -> arguments(page.path(), each)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isTaken(Object page, String command) {
        List<String> words = ShellWords.of(command);
        if (words.isEmpty() || LAUNCHERS.contains(words.get(0))) {
            return;
        }
        ParseResult parsed = Commands.all().parseArgs(words.toArray(String[]::new));
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }

        // of the file that such a page shows
        SettingsLoader settings = new SettingsLoader()
                .environment(Map.of(
                        "MIRROR_WEBHOOKS_TEAM_URL", "https://localhost",
                        "MIRROR_PINGS_NIGHTLY_URL", "https://localhost"));
        SettingOptions.load(parsed, settings);
        settings.load();
        if (TAKE_SCENARIOS.contains(parsed.commandSpec().name())) {
            ScenarioParser scenarios = new ScenarioParser(Set.of("s3", "cf"));
            List<String> given = parsed.matchedPositionalValue(0, List.of());
            given.forEach(scenarios::parse);
        }
    }
}
