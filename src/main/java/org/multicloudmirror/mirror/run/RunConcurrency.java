package org.multicloudmirror.mirror.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.storage.ConcurrencyWatch;
import org.multicloudmirror.storage.ObjectStore;

/** How often a run's stores throttled it, and how far it held back for that. */
final class RunConcurrency {

    private final Map<String, ConcurrencyWatch> watches = new LinkedHashMap<>();

    /** Watches a store from now on. */
    synchronized void watch(String name, ObjectStore store) {
        store.concurrency().ifPresent(concurrency -> watches.computeIfAbsent(name, key -> concurrency.watch()));
    }

    /** Ends the watch; a line for each store that throttled. */
    synchronized List<String> end() {
        List<String> lines = new ArrayList<>();
        watches.forEach((name, watch) -> {
            watch.close();
            if (watch.throttled() > 0) {
                lines.add("store " + name + " throttled " + watch.throttled()
                        + (watch.throttled() == 1 ? " request" : " requests") + "; it was given down to "
                        + watch.lowest() + " at a time instead of " + watch.most());
            }
        });
        watches.clear();
        return lines;
    }
}
