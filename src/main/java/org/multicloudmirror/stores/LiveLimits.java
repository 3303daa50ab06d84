package org.multicloudmirror.stores;

import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.settings.FollowedSettings;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.storage.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the limits of the process when they change in its configuration files, which are read over and over: editors
 * and container platforms replace files in ways that a watch of one name misses. A change counts when it is the same in
 * two readings, so that a file that is being written is not taken for whole.
 */
public final class LiveLimits implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 1000;
    private static final Set<Setting> FOLLOWED = Set.of(Setting.BANDWIDTH, Setting.REQUESTS_PER_SECOND);
    private static final Logger LOG = LoggerFactory.getLogger(LiveLimits.class);

    private final Settings begun;
    private final Limits limits;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "limits");
        made.setDaemon(true);
        return made;
    });
    private @Nullable FollowedSettings followed;
    private Rates seen;
    private String complaint = "";

    /** What the limits are, or are to be. */
    private record Rates(long bandwidth, long requests) {

        static Rates of(Settings settings) {
            return new Rates(settings.rate(Setting.BANDWIDTH), settings.number(Setting.REQUESTS_PER_SECOND));
        }

        static Rates of(Limits limits) {
            return new Rates(limits.bandwidth().perSecond(), limits.requests().perSecond());
        }
    }

    /**
     * @param begun what the limits were made of
     */
    public LiveLimits(Settings begun, Limits limits) {
        this.begun = begun;
        this.limits = limits;
        this.seen = Rates.of(limits);
    }

    /** Follows the files from now on. */
    public void start() {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::look, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Looks at the files once. */
    void look() {
        try {
            if (followed == null) {
                followed = new FollowedSettings(begun, FOLLOWED);
            }
            Settings now = followed.now();
            Rates wanted = Rates.of(now);
            if (wanted.equals(seen) && !wanted.equals(Rates.of(limits))) {
                limits.bandwidth().change(wanted.bandwidth());
                limits.requests().change(wanted.requests());
                LOG.info(
                        "the limits have changed: {} is {}, {} is {}",
                        Setting.BANDWIDTH.property(),
                        now.text(Setting.BANDWIDTH),
                        Setting.REQUESTS_PER_SECOND.property(),
                        now.text(Setting.REQUESTS_PER_SECOND));
            }
            seen = wanted;
            complaint = "";
        } catch (InvalidSettingException e) {
            complain(String.valueOf(e.getMessage()));
        }
    }

    /** Once, however often it is found. */
    private void complain(String problem) {
        if (!problem.equals(complaint)) {
            complaint = problem;
            LOG.error("{}; the limits stay as they are", problem);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
