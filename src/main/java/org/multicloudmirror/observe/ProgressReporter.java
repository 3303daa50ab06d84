package org.multicloudmirror.observe;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.work.RunMdc;
import org.multicloudmirror.storage.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a run's progress: one live line on a terminal, a log line from time to time elsewhere. */
public final class ProgressReporter {

    /** What shows nothing. */
    public static final ProgressReporter NONE =
            new ProgressReporter((scenario, text) -> {}, () -> {}, Duration.ZERO, Limits.none());

    /** A run that is being watched. */
    @FunctionalInterface
    public interface Watching {
        /** Ends it and clears the live line. */
        void stop();
    }

    private static final Logger LOG = LoggerFactory.getLogger(ProgressReporter.class);
    private static final Duration LIVE_INTERVAL = Duration.ofMillis(500);
    private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);

    private final BiConsumer<String, ProgressText> display;
    private final Runnable end;
    private final Duration interval;
    private final Limits limits;

    private ProgressReporter(BiConsumer<String, ProgressText> display, Runnable end, Duration interval, Limits limits) {
        this.display = display;
        this.end = end;
        this.interval = interval;
        this.limits = limits;
    }

    /**
     * On a terminal.
     *
     * @param limits what holds the run back, to be shown
     */
    public static ProgressReporter live(LiveLine line, Limits limits) {
        return new ProgressReporter(line::show, line::clear, LIVE_INTERVAL, limits);
    }

    /** In the log, which names the scenario by itself. */
    public static ProgressReporter log(Limits limits) {
        return new ProgressReporter((scenario, text) -> LOG.info("{}", text), () -> {}, LOG_INTERVAL, limits);
    }

    /** Watches a run until the result is stopped. */
    public Watching watch(Run run) {
        if (interval.isZero()) {
            return () -> {};
        }
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "progress");
            made.setDaemon(true);
            return made;
        });
        Showing showing = new Showing(run);
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(showing, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            thread.shutdown();
            showing.end();
        };
    }

    private final class Showing implements Runnable {

        private final Run run;
        private final ProgressLine line;
        private long last = System.nanoTime();
        private boolean isOver;

        Showing(Run run) {
            this.run = run;
            this.line = new ProgressLine(run.progress(), limits);
        }

        @Override
        public synchronized void run() {
            if (isOver) {
                return;
            }
            RunMdc.enter(run.descriptor());
            long now = System.nanoTime();
            Duration sinceLast = Duration.ofNanos(now - last);
            last = now;
            display.accept(
                    run.scenario().toString(),
                    line.next(sinceLast, run.options().budget().end()));
        }

        synchronized void end() {
            isOver = true;
            end.run();
        }
    }
}
