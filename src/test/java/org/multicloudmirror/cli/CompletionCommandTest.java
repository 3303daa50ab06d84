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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {

    /** As bash does when someone presses the tabulator; compopt works then only. */
    private static final String COMPLETED = """
            compopt() { :; }
            source '%s'
            COMP_WORDS=(%s)
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            $(complete -p "${COMP_WORDS[0]}" | sed -E 's/.*-F ([^ ]+) .*/\\1/')
            printf '%%s\\n' "${COMPREPLY[@]}"
            """;

    private final Path directory;
    private Path script = Path.of("");

    CompletionCommandTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void print() throws IOException {
        script = Files.writeString(directory.resolve("completion"), printed());
    }

    @Test
    void isAScript() throws Exception {
        assertThat(bash("-n", script.toString())).isEmpty();
        assertThat(Files.readString(script)).doesNotContainPattern("@\\w+@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mirror", "multi-cloud-mirror"})
    void bashCompletesCommandsAndOptions(String name) throws Exception {
        assertThat(completed(name + " se")).containsExactly("serve");
        assertThat(completed(name + " ''")).contains("serve", "validate", "history", "completion", "ls", "'s3://");
        assertThat(completed(name + " --proc")).containsExactly("--process");
        assertThat(completed(name + " serve --scen")).containsExactly("--scenarios");
        assertThat(completed(name + " serve --rep")).as("no option of serve").isEmpty();
        assertThat(completed(name + " ls --rec")).containsExactly("--recursive");
    }

    @Test
    void bashCompletesValues() throws Exception {
        assertThat(completed("mirror --compare m")).containsExactly("modified", "metadata");
        assertThat(completed("mirror --compare = m")).as("as bash cuts it").containsExactly("modified", "metadata");
        assertThat(completed("mirror --compare =")).hasSize(5).contains("etag", "content");
        assertThat(completed("mirror --compare=s")).as("as zsh has it").containsExactly("--compare=size");
        assertThat(completed("mirror --debug = f")).containsExactly("false");
        assertThat(completed("mirror --debug val")).as("it needs no value").containsExactly("validate");
        assertThat(completed("mirror --process ''")).as("a number").isEmpty();
        assertThat(completed("mirror --config " + directory + "/comp")).containsExactly(directory + "/completion");
        assertThat(completed("mirror check --compare = c")).containsExactly("content");
    }

    /** The quote that is open is bash's own; where there is one choice only, bash would close it. */
    @Test
    void bashCompletesStores() throws Exception {
        assertThat(completed("mirror s3")).containsExactly("'s3://");
        assertThat(completed("mirror \"'s\"")).containsExactly("s3://", "s3://...");
        assertThat(completed("mirror \"'s3://a->\""))
                .containsExactly("s3://a->cf://", "s3://a->cf://...", "s3://a->s3://", "s3://a->s3://...");
        assertThat(completed("mirror \"'s3://a/b->c\"")).containsExactly("s3://a/b->cf://", "s3://a/b->cf://...");
        assertThat(completed("mirror \"'s3://pho\"")).isEmpty();
        assertThat(completed("mirror check c")).containsExactly("'cf://");
        assertThat(completed("mirror ls c")).containsExactly("'cf://");
        assertThat(completed("mirror history c")).isEmpty();
    }

    @Test
    void theStoresAreThoseThatAreConfigured() throws Exception {
        Path config = Files.writeString(directory.resolve("config"), "mirror.stores.backup.driver=s3\n");
        script = Files.writeString(directory.resolve("other"), printed("--config", config.toString()));

        assertThat(completed("mirror \"'b\"")).containsExactly("backup://", "backup://...");
    }

    @Test
    void theLauncherMayHaveAnotherName() throws Exception {
        script = Files.writeString(directory.resolve("other"), printed("mcm"));

        assertThat(completed("mcm se")).containsExactly("serve");
    }

    private List<String> completed(String line) throws IOException, InterruptedException {
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
