package org.multicloudmirror.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.multicloudmirror.delivery.History;
import org.multicloudmirror.history.HistoryEntry;
import org.multicloudmirror.history.HistoryFile;
import org.multicloudmirror.history.HistoryText;
import org.multicloudmirror.settings.FileProblem;
import org.multicloudmirror.settings.InvalidSettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the last runs. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        description = "Prints the last runs on this machine, the newest last.")
final class HistoryCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "-n", paramLabel = "N", description = "how many, from 1 (default: ${DEFAULT-VALUE})")
    private int most = 20;

    @Override
    public Integer call() {
        if (most < 1) {
            throw new InvalidSettingException("-n is \"" + most + "\"; write a whole number from 1 up");
        }
        HistoryFile file =
                History.file(Setup.of(spec.commandLine().getParseResult()).settings());
        PrintWriter out = spec.commandLine().getOut();
        try {
            HistoryFile.Contents contents = file.contents();
            List<HistoryEntry> entries = contents.last(most);
            if (entries.isEmpty()) {
                out.println("no run is written down in " + file.path());
            }
            entries.forEach(entry -> out.println(HistoryText.line(entry)));
            tellDamage(file.path(), contents.damaged());
            return ExitCode.OK;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("multi-cloud-mirror: the history " + file.path() + " cannot be read ("
                            + FileProblem.words(e) + "); set mirror.state-dir");
            return ExitCode.COULD_NOT_RUN;
        }
    }

    private void tellDamage(Path file, int damaged) {
        if (damaged > 0) {
            spec.commandLine()
                    .getErr()
                    .println("multi-cloud-mirror: " + damaged + (damaged == 1 ? " line" : " lines") + " of " + file
                            + " cannot be read, as a full disk leaves them, and are left out");
        }
    }
}
