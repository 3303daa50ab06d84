package org.multicloudmirror.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {

    static Stream<CommandLine> commands() {
        CommandLine mirror = Commands.all();
        return Stream.concat(Stream.of(mirror), mirror.getSubcommands().values().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fitsATerminal(CommandLine command) {
        assertThat(help(command).lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void tellsEachOptionOnce(CommandLine command) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            String line = " {2}((-\\w,| {3}) )?" + option.longestName() + "\\b(?!-).*";
            assertThat(help(command).lines().filter(each -> each.matches(line)))
                    .as(option.longestName())
                    .hasSize(1);
        }
    }

    @Test
    void eachOptionOfARunHasItsGroup() {
        assertThat(OptionGroup.OTHER.of(Commands.all().getCommandSpec())).isEmpty();
    }

    @Test
    void theCommonOptionsComeFirst() {
        List<String> lines = help(Commands.all()).lines().toList();

        assertThat(lines)
                .containsSubsequence("Common:", "What to mirror:", "How to compare:", "Reports, mail and webhooks:");
        assertThat(lines.get(lines.indexOf("Common:") + 1)).contains("--config");
    }

    private static String help(CommandLine command) {
        return command.getUsageMessage(Help.Ansi.OFF);
    }
}
