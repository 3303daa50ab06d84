package org.multicloudmirror.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
