package org.multicloudmirror.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.multicloudmirror.lock.ScenarioLocks;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.DeleteLimit;
import org.multicloudmirror.mirror.options.Deletion;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.options.RunShare;
import org.multicloudmirror.mirror.options.WrittenClass;
import org.multicloudmirror.observe.LiveLine;
import org.multicloudmirror.observe.ProgressReporter;
import org.multicloudmirror.observe.TerminalWidth;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.storage.RateLimiter;

/** What the settings say of how scenarios are run, once or as a service. */
public final class Launch {

    private Launch() {}

    /** What holds for every scenario; the time that they may take begins now. */
    public static RunOptions options(Settings settings) {
        return options(settings, RunMode.MIRROR);
    }

    /** The same; a dry run when either wants it. */
    static RunOptions options(Settings settings, RunMode mode) {
        return new RunOptions(
                settings.isOn(Setting.DRY_RUN) ? RunMode.DRY_RUN : mode,
                compare(settings),
                Selected.by(settings),
                deletion(settings),
                backup(settings),
                !settings.isOn(Setting.NO_CREATE),
                budget(settings),
                share(settings),
                writtenClass(settings),
                settings.lease(),
                "");
    }

    /**
     * What holds for a check of every scenario.
     *
     * @param readsContent whether both sides are read
     */
    public static RunOptions checking(Settings settings, boolean readsContent) {
        Compare compare = readsContent ? Compare.CONTENT : compare(settings);
        return new RunOptions(
                RunMode.CHECK,
                compare,
                Selected.by(settings),
                Deletion.NONE,
                backup(settings),
                false,
                Budget.unlimited());
    }

    private static Budget budget(Settings settings) {
        long most = settings.size(Setting.MAX_TRANSFER);
        long bytes = most == 0 ? Budget.NO_LIMIT : most;
        Optional<Duration> longest = settings.age(Setting.MAX_DURATION);
        Optional<Duration> open = settings.times(Setting.NOT_BETWEEN).until(ZonedDateTime.now(ZoneId.systemDefault()));
        boolean isClosedFirst = open.isPresent()
                && longest.filter(time -> time.compareTo(open.get()) <= 0).isEmpty();
        return isClosedFirst
                ? new Budget(open.get(), "--not-between " + settings.text(Setting.NOT_BETWEEN) + " had come", bytes)
                : new Budget(longest.orElse(null), bytes);
    }

    /** What is set for the process is held by all runs together; a limit of a run is one more. */
    private static RunShare share(Settings settings) {
        long bandwidth = settings.isOfRun(Setting.BANDWIDTH) ? settings.rate(Setting.BANDWIDTH) : 0;
        int requests = settings.isOfRun(Setting.REQUESTS_PER_SECOND) ? settings.number(Setting.REQUESTS_PER_SECOND) : 0;
        int copies = settings.isOfRun(Setting.PROCESS) ? settings.number(Setting.PROCESS) : RunShare.ALL;
        return new RunShare(copies, new Limits(new RateLimiter(bandwidth), new RateLimiter(requests)));
    }

    private static WrittenClass writtenClass(Settings settings) {
        return settings.isOfRun(Setting.STORAGE_CLASS)
                ? new WrittenClass(settings.text(Setting.STORAGE_CLASS))
                : WrittenClass.USUAL;
    }

    private static Compare compare(Settings settings) {
        return Compare.valueOf(settings.text(Setting.COMPARE).toUpperCase(Locale.ROOT));
    }

    /** A prefix ends in a slash, as a scenario's does. */
    private static BackupPlace backup(Settings settings) {
        String prefix = settings.text(Setting.BACKUP_PREFIX);
        return new BackupPlace(prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/");
    }

    private static Deletion deletion(Settings settings) {
        return new Deletion(
                settings.isOn(Setting.DELETE),
                DeleteLimit.parse(settings.text(Setting.MAX_DELETE)),
                settings.number(Setting.MIN_SYNC),
                settings.isOn(Setting.ALLOW_EMPTY_SOURCE));
    }

    /** How long copies in flight may go on after a signal. */
    public static Duration grace(Settings settings) {
        return Duration.ofSeconds(settings.number(Setting.GRACE));
    }

    /**
     * Where locks are.
     *
     * @param service tells what a store's name stands for: the same for two names of one service
     */
    public static ScenarioLocks locks(Settings settings, UnaryOperator<String> service) {
        String named = settings.text(Setting.LOCK_DIR);
        return new ScenarioLocks(
                named.isEmpty() ? Optional.empty() : Optional.of(Path.of(named)),
                service,
                settings.isOn(Setting.SEGMENTS));
    }

    /** The line that progress is shown on; nowhere when stderr is no terminal, or it is not wanted. */
    static LiveLine liveLine(Settings settings) {
        // the launcher knows whether stderr is a terminal; Java does not
        boolean isTerminal = Boolean.getBoolean("mirror.terminal");
        return !isTerminal || settings.isOn(Setting.JSON_LOG) || settings.isOn(Setting.QUIET)
                ? LiveLine.NONE
                : new LiveLine(System.err, new TerminalWidth());
    }

    /** How progress is shown, and with it what holds it back. */
    static ProgressReporter progress(Settings settings, LiveLine line, Limits limits) {
        if (settings.isOn(Setting.QUIET)) {
            return ProgressReporter.NONE;
        }
        return line == LiveLine.NONE ? ProgressReporter.log(limits) : ProgressReporter.live(line, limits);
    }
}
