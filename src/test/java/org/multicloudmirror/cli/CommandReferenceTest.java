package org.multicloudmirror.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.Generated;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The page on the command line says what the commands do: it is made from them. */
class CommandReferenceTest {

    @Test
    void thePageListsEachCommandWithItsOptions() throws IOException {
        StringBuilder page = new StringBuilder("""
                # The command line

                Made from the code; `./mirror --help` prints the same. The launcher's own words `bench`, `build`,
                `demo`, `package` and `test` are told at the top of the file `mirror`. Each option that is a setting can be set in
                a file or by the environment too: [configuration.md](configuration.md).
                """);
        CommandLine mirror = Commands.all();
        append(page, "mirror SCENARIO ...", mirror);
        mirror.getSubcommands().forEach((name, command) -> append(page, "mirror " + name, command));

        Generated.assertUpToDate(Path.of("docs/cli.md"), page.toString());
    }

    private static void append(StringBuilder page, String title, CommandLine command) {
        page.append("\n## ")
                .append(title)
                .append("\n\n    ")
                .append(command.getUsageMessage(Help.Ansi.OFF)
                        .strip()
                        .replace("\n", "\n    ")
                        .replaceAll("(?m) +$", ""))
                .append('\n');
    }
}
