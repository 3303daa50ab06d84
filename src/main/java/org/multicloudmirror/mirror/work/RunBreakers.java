package org.multicloudmirror.mirror.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.multicloudmirror.storage.BreakerWatch;
import org.multicloudmirror.storage.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a run's stores are worth another request. */
final class RunBreakers {

    private static final Logger LOG = LoggerFactory.getLogger(RunBreakers.class);

    private final Map<String, BreakerWatch> watches = new LinkedHashMap<>();
    private final List<BreakerWatch> watched = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isTold = new AtomicBoolean();

    /** Watches a store from now on. */
    synchronized void watch(String name, ObjectStore store) {
        store.breaker()
                .ifPresent(breaker -> watches.computeIfAbsent(name, key -> {
                    BreakerWatch watch = breaker.watch();
                    watched.add(watch);
                    return watch;
                }));
    }

    /** The run is to end, whatever its stores do. */
    void trip(String why) {
        watched.add(BreakerWatch.thatTripped(why));
    }

    /** Why the run is to end, in one line, which is logged once; empty while it may go on. */
    Optional<String> tripped() {
        for (BreakerWatch watch : watched) {
            Optional<String> why = watch.tripped();
            if (why.isPresent()) {
                if (isTold.compareAndSet(false, true)) {
                    LOG.error("the run ends early: {}", why.get());
                }
                return why;
            }
        }
        return Optional.empty();
    }

    /** Whether a store has served nobody for a short while. */
    boolean isOut() {
        return watched.stream().anyMatch(BreakerWatch::isOut);
    }

    /** Ends the watch; what it found stays known. */
    synchronized void end() {
        new ArrayList<>(watches.values()).forEach(BreakerWatch::close);
        watches.clear();
    }
}
