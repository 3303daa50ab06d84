package org.multicloudmirror.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.app.Setting;
import org.multicloudmirror.app.SettingsLoader;
import picocli.CommandLine.Option;

/** The options, each of which is a setting too. */
final class Options {

    @Option(names = "--process", paramLabel = "N", description = "Parallel copies (default: 4).")
    private @Nullable String process;

    @Option(
            names = "--maxsize",
            paramLabel = "BYTES",
            description = "Skip larger objects, each named in the report (default: 5368709120; also 500K, 20M, 5G).")
    private @Nullable String maxsize;

    @Option(names = "--from", paramLabel = "ADDR", description = "Sender of the status mail.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "ADDR[,ADDR...]",
            description = "Its recipients. It is sent when both --from and --to are given.")
    private @Nullable String to;

    @Option(
            names = "--subject",
            paramLabel = "TEXT",
            description = "Its subject (default: [Multi-Cloud Mirror] Script Run at <time>).")
    private @Nullable String subject;

    @Option(
            names = "--tmpfile",
            paramLabel = "PATH",
            description = "Where spooling goes when a copy needs it: a directory, or a name to begin the files' names.")
    private @Nullable String tmpfile;

    @Option(
            names = "--debug",
            arity = "0..1",
            paramLabel = "BOOL",
            parameterConsumer = DebugValue.class,
            description = "A detailed log, with stack traces.")
    private boolean debug;

    @Option(names = "--config", paramLabel = "FILE", description = "A properties file; repeatable, later ones win.")
    private List<Path> configs = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a report as JSON Lines: one line an object copied, failed or skipped, then a summary.")
    private @Nullable String report;

    @Option(names = "--no-create", description = "Refuse to create a missing destination.")
    private boolean noCreate;

    @Option(names = "--lock-dir", paramLabel = "DIR", description = "Where the scenarios' locks lie.")
    private @Nullable String lockDir;

    @Option(names = "--wait", description = "Wait for another run of the scenario to end instead of leaving it out.")
    private boolean wait;

    @Option(names = "--dry-run", description = "Tell exactly what would be copied, and copy nothing.")
    private boolean dryRun;

    @Option(names = "--quiet", description = "No progress, and no log below a warning.")
    private boolean quiet;

    List<Path> configs() {
        return configs;
    }

    /** Lays the options that were given over what is loaded. */
    void addTo(SettingsLoader loader) {
        add(loader, "--process", Setting.PROCESS, process);
        add(loader, "--maxsize", Setting.MAXSIZE, maxsize);
        add(loader, "--from", Setting.MAIL_FROM, from);
        add(loader, "--to", Setting.MAIL_TO, to);
        add(loader, "--subject", Setting.MAIL_SUBJECT, subject);
        add(loader, "--tmpfile", Setting.TMPFILE, tmpfile);
        add(loader, "--report", Setting.REPORT, report);
        add(loader, "--debug", Setting.DEBUG, debug ? "true" : null);
        add(loader, "--no-create", Setting.NO_CREATE, noCreate ? "true" : null);
        add(loader, "--lock-dir", Setting.LOCK_DIR, lockDir);
        add(loader, "--wait", Setting.WAIT, wait ? "true" : null);
        add(loader, "--dry-run", Setting.DRY_RUN, dryRun ? "true" : null);
        add(loader, "--quiet", Setting.QUIET, quiet ? "true" : null);
    }

    private static void add(SettingsLoader loader, String option, Setting setting, @Nullable String value) {
        if (value != null) {
            loader.option(option, setting, value);
        }
    }
}
