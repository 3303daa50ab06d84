package org.multicloudmirror.metrics;

import static org.multicloudmirror.metrics.Family.counter;
import static org.multicloudmirror.metrics.Family.gauge;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.storage.RateLimiter;

/** What the stores may take together, and how long that was waited for. */
final class LimitFamilies {

    private static final double NANOS = 1e9;
    private static final String LIMIT = "limit";
    private static final String BANDWIDTH = "bandwidth";
    private static final String REQUESTS = "requests";

    private LimitFamilies() {}

    static List<MetricSnapshot> of(Limits limits) {
        return List.of(
                gauge("mirror_limit_bytes_per_second", "Bytes of objects that are read a second at most; 0: no limit.")
                        .add(limits.bandwidth().perSecond())
                        .snapshot(),
                gauge("mirror_limit_requests_per_second", "Requests that are sent a second at most; 0: no limit.")
                        .add(limits.requests().perSecond())
                        .snapshot(),
                counter(
                                "mirror_limit_waited_seconds",
                                "How long copies and listings were held back by a limit, added up.")
                        .add(waited(limits.bandwidth()), LIMIT, BANDWIDTH)
                        .add(waited(limits.requests()), LIMIT, REQUESTS)
                        .snapshot(),
                gauge(
                                "mirror_limit",
                                FormerNames.help("mirror_limit_bytes_per_second, mirror_limit_requests_per_second"))
                        .add(limits.bandwidth().perSecond(), LIMIT, BANDWIDTH)
                        .add(limits.requests().perSecond(), LIMIT, REQUESTS)
                        .snapshot());
    }

    private static double waited(RateLimiter limit) {
        return limit.waited().toNanos() / NANOS;
    }
}
