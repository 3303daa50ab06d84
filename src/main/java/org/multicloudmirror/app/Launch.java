package org.multicloudmirror.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.multicloudmirror.mirror.Compare;
import org.multicloudmirror.mirror.RunMode;
import org.multicloudmirror.mirror.RunOptions;
import org.multicloudmirror.mirror.Selection;
import org.multicloudmirror.observe.ProgressReporter;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** What the settings say of how scenarios are run, once or as a service. */
public final class Launch {

    private static final Duration LIVE_INTERVAL = Duration.ofMillis(500);
    private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);

    private Launch() {}

    /** What holds for every scenario. */
    public static RunOptions options(Settings settings) {
        long maxSize = settings.size(Setting.MAXSIZE);
        return new RunOptions(
                settings.isOn(Setting.DRY_RUN) ? RunMode.DRY_RUN : RunMode.MIRROR,
                Compare.valueOf(settings.text(Setting.COMPARE).toUpperCase(Locale.ROOT)),
                new Selection(maxSize == 0 ? Long.MAX_VALUE : maxSize),
                !settings.isOn(Setting.NO_CREATE));
    }

    /** How long copies in flight may go on after a signal. */
    public static Duration grace(Settings settings) {
        return Duration.ofSeconds(settings.number(Setting.GRACE));
    }

    /** Where locks are. */
    public static ScenarioLocks locks(Settings settings) {
        String named = settings.text(Setting.LOCK_DIR);
        return new ScenarioLocks(
                named.isEmpty()
                        ? Path.of(System.getProperty("java.io.tmpdir"), "multi-cloud-mirror-locks")
                        : Path.of(named));
    }

    /** How progress is shown. */
    public static ProgressReporter progress(Settings settings) {
        if (settings.isOn(Setting.QUIET)) {
            return ProgressReporter.NONE;
        }
        // the launcher knows whether stderr is a terminal; Java does not
        return Boolean.getBoolean("mirror.terminal") && !settings.isOn(Setting.JSON_LOG)
                ? new ProgressReporter(ProgressReporter.Mode.TERMINAL, System.err, LIVE_INTERVAL)
                : new ProgressReporter(ProgressReporter.Mode.LOG, System.err, LOG_INTERVAL);
    }
}
