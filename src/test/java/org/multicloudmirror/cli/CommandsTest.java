package org.multicloudmirror.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"serve", "validate", "check", "history", "ls", "size", "cat", "completion"})
    void aSubcommandThatIsNamedIsThere(String name) {
        assertThat(Commands.of(name, "--debug").getSubcommands()).containsKey(name);
        assertThat(options(Objects.requireNonNull(
                        Commands.of(name).getSubcommands().get(name))))
                .isEqualTo(options(
                        Objects.requireNonNull(Commands.all().getSubcommands().get(name))));
    }

    /** A value of an option may be the name of one. */
    @Test
    void aCommandIsTheFirstWord() {
        assertThat(Commands.of("--routes", "routes", "s3://a->cf://b").getSubcommands())
                .isEmpty();
    }

    /** Those of commit 5374f15. */
    @Test
    void eachOptionOfAnEarlierVersionIsKnown() throws IOException {
        CommandLine mirror = Commands.all();
        for (String line : Files.readAllLines(Path.of("src/test/resources/upgrade/5374f15/options.txt"))) {
            String[] words = line.split(" ", -1);
            CommandLine command = words[0].equals("run")
                    ? mirror
                    : Objects.requireNonNull(mirror.getSubcommands().get(words[0]), line);
            assertThat(command.getCommandSpec().optionsMap()).as(line).containsKey(words[1]);
        }
    }

    @Test
    void aRunMakesNoSubcommand() {
        CommandLine run = Commands.of("--process", "3", "s3://check->cf://serve");

        assertThat(run.getSubcommands()).isEmpty();
        assertThat(options(run)).isEqualTo(options(Commands.all()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "completion", "@arguments"})
    void whatIsAboutAllSubcommandsHasThem(String argument) {
        assertThat(Commands.of(argument).getSubcommands())
                .containsOnlyKeys(Commands.all().getSubcommands().keySet());
    }

    @Test
    void withoutAnArgumentAllAreListed() {
        assertThat(Commands.of().getUsageMessage()).isEqualTo(Commands.all().getUsageMessage());
    }

    private static Set<String> options(CommandLine command) {
        return command.getCommandSpec().optionsMap().keySet();
    }
}
