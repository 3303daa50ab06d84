package org.multicloudmirror.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

    /** As bash does when someone presses the tabulator; compopt works then only. */
    private static final String COMPLETED = """
            compopt() { :; }
            source '%s'
            COMP_WORDS=(%s)
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            $(complete -p mirror | sed -E 's/.*-F ([^ ]+) .*/\\1/')
            printf '%%s\\n' "${COMPREPLY[@]}"
            """;

    private final Path directory;

    CompletionCommandTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        Path script = Files.writeString(directory.resolve("completion"), printed());

        assertThat(bash("-n", script.toString())).isEmpty();
        assertThat(completed(script, "mirror s")).containsExactly("serve");
        assertThat(completed(script, "mirror ''")).contains("serve", "validate", "history", "completion");
        assertThat(completed(script, "mirror --proc")).containsExactly("--process");
        assertThat(completed(script, "mirror serve --scen")).containsExactly("--scenarios");
        assertThat(completed(script, "mirror serve --rep"))
                .as("no option of serve")
                .isEmpty();
    }

    @Test
    void theLauncherMayHaveAnotherName() {
        assertThat(printed("mcm")).contains("complete -F _complete_mcm", " mcm mcm.sh mcm.bash\n");
    }

    private List<String> completed(Path script, String line) throws IOException, InterruptedException {
        return bash("-c", COMPLETED.formatted(script, line))
                .lines()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String printed(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "completion";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Main.run(all, new PrintWriter(out), new PrintWriter(err)))
                .as(err.toString())
                .isZero();
        return out.toString();
    }

    /** What it prints, on both channels. */
    private static String bash(String... arguments) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
        List<String> command = new ArrayList<>(List.of("/bin/bash"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
