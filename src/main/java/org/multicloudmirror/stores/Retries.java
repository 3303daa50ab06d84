package org.multicloudmirror.stores;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.storage.BreakerWatch;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.RetryObserver;

/** How often the settings have a request repeated that does not go with a whole object. */
public final class Retries {

    private Retries() {}

    /** For a page of a listing: nothing begins it again as a copy begins its parts, so it sits out an outage by itself. */
    static Retry ofPages(Settings settings, @Nullable StoreObserver observer) {
        Retry retry = of(settings).sittingOut(BreakerWatch.OUTAGE);
        return observer == null ? retry : retry.telling(() -> observer.retried(RetryObserver.Kind.PAGE));
    }

    /** For a part of an object. */
    public static Retry of(Settings settings, @Nullable StoreObserver observer) {
        Retry retry = of(settings);
        return observer == null ? retry : retry.telling(() -> observer.retried(RetryObserver.Kind.PART));
    }

    private static Retry of(Settings settings) {
        return new Retry(
                settings.number(Setting.RETRIES),
                settings.number(Setting.RETRIES_THROTTLED),
                Duration.ofMillis(settings.number(Setting.RETRY_DELAY)));
    }
}
