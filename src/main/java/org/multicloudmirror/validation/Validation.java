package org.multicloudmirror.validation;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.mirror.parts.SegmentContainers;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.ObjectStores;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.StorePages;
import org.multicloudmirror.storage.Waiting;

/**
 * Looks whether scenarios could run: the credentials are taken, the buckets are there and can be listed. Nothing is written anywhere.
 */
public final class Validation {

    /** Somebody waits to be told; a run waits longer. */
    private static final Duration WAIT = Duration.ofSeconds(15);

    private final ObjectStores stores;
    private final Settings settings;
    private final PrintWriter out;

    /** Which side of a scenario a bucket is. */
    private enum Side {
        SOURCE,
        DESTINATION
    }

    /**
     * @param out gets a line for each bucket
     */
    public Validation(ObjectStores stores, Settings settings, PrintWriter out) {
        this.stores = stores;
        this.settings = settings;
        this.out = out;
    }

    /**
     * Looks at everything, whatever it finds.
     *
     * @return {@link RunStatus#OK} or {@link RunStatus#COULD_NOT_RUN}
     */
    public RunStatus validate(List<Scenario> scenarios) {
        Map<String, Boolean> results = new LinkedHashMap<>();
        for (Scenario scenario : scenarios) {
            results.computeIfAbsent("from " + scenario.source(), key -> isUsable(scenario.source(), Side.SOURCE));
            results.computeIfAbsent(
                    "to " + scenario.destination(), key -> isUsable(scenario.destination(), Side.DESTINATION));
        }
        out.flush();
        return results.containsValue(false) ? RunStatus.COULD_NOT_RUN : RunStatus.OK;
    }

    private boolean isUsable(Location place, Side side) {
        long begun = System.nanoTime();
        return Waiting.until(() -> System.nanoTime() - begun > WAIT.toNanos(), () -> found(place, side));
    }

    private boolean found(Location place, Side side) {
        try {
            ObjectStore store = stores.named(place.store());
            if (!settings.isOn(Setting.SEGMENTS)) {
                switch (side) {
                    case SOURCE -> SegmentContainers.checkSource(place, store);
                    case DESTINATION -> SegmentContainers.checkDestination(place, store);
                }
            }
            if (store.bucketExists(place.bucket())) {
                new StorePages(store, place.bucket(), place.prefix(), place.toString()).next();
                return tell(true, place, "there, and can be listed");
            }
            boolean isMade = side == Side.DESTINATION && !settings.isOn(Setting.NO_CREATE);
            return tell(
                    isMade,
                    place,
                    isMade ? "not there; a run creates it" : "not there; create it, or check its name and account");
        } catch (StoreException e) {
            return tell(false, place, String.valueOf(e.getMessage()));
        }
    }

    private boolean tell(boolean isGood, Location place, String found) {
        out.println(Keys.printable((isGood ? "ok    " : "FAIL  ") + place + ": " + found));
        return isGood;
    }
}
