package org.multicloudmirror.observe;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.work.RunMdc;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a run's progress: one live line on a terminal, a log line from time to time elsewhere. */
public final class ProgressReporter {

    /** What shows nothing. */
    public static final ProgressReporter NONE = new ProgressReporter(
            Mode.NONE,
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            Duration.ofDays(1),
            Limits.none());

    /** Where progress goes. */
    public enum Mode {
        /** Nowhere. */
        NONE,
        /** A live line that overwrites itself. */
        TERMINAL,
        /** A line of the log. */
        LOG
    }

    /** A run that is being watched. */
    @FunctionalInterface
    public interface Watching {
        /** Ends it and clears the live line. */
        void stop();
    }

    private static final Logger LOG = LoggerFactory.getLogger(ProgressReporter.class);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Mode mode;
    private final PrintStream terminal;
    private final Duration interval;
    private final Limits limits;

    /**
     * @param terminal where the live line goes
     * @param interval between two lines
     * @param limits what holds the run back, to be shown
     */
    public ProgressReporter(Mode mode, PrintStream terminal, Duration interval, Limits limits) {
        this.mode = mode;
        this.terminal = terminal;
        this.interval = interval;
        this.limits = limits;
    }

    /** Watches a run until the result is stopped. */
    public Watching watch(Run run) {
        if (mode == Mode.NONE) {
            return () -> {};
        }
        ProgressLine line = new ProgressLine(run.progress(), limits);
        Timer timer = new Timer("progress", true);
        TimerTask task = new TimerTask() {
            @Override
            public void run() {
                RunMdc.enter(run.descriptor());
                show(run.scenario().toString(), line.next(interval) + stopping(run));
            }
        };
        timer.scheduleAtFixedRate(task, interval.toMillis(), interval.toMillis());
        return () -> {
            timer.cancel();
            if (mode == Mode.TERMINAL) {
                terminal.print(CLEAR_LINE);
                terminal.flush();
            }
        };
    }

    private static String stopping(Run run) {
        return run.options().budget().end().map(end -> "; stopping: " + end).orElse("");
    }

    private void show(String scenario, String line) {
        if (mode == Mode.TERMINAL) {
            terminal.print(CLEAR_LINE + Keys.printable(scenario) + ": " + line);
            terminal.flush();
        } else {
            LOG.info("{}", line);
        }
    }
}
