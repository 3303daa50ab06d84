package org.multicloudmirror.validation;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.multicloudmirror.mirror.parts.SegmentContainers;
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
    private final PrintWriter out;
    private final Map<String, Boolean> results = new HashMap<>();

    /** Which side of a scenario a bucket is. */
    private enum Side {
        SOURCE,
        DESTINATION
    }

    /**
     * @param out gets a line for each bucket
     */
    public Validation(ObjectStores stores, PrintWriter out) {
        this.stores = stores;
        this.out = out;
    }

    /**
     * Looks at both sides of a scenario, whatever it finds; at what is the same as before only once.
     *
     * @param settings those of its runs
     * @return whether a run could begin
     */
    public boolean isUsable(Scenario scenario, Settings settings) {
        boolean hasSource = isUsable(scenario.source(), Side.SOURCE, settings);
        boolean hasDestination = isUsable(scenario.destination(), Side.DESTINATION, settings);
        return hasSource && hasDestination;
    }

    private boolean isUsable(Location place, Side side, Settings settings) {
        boolean isToBeThere = side == Side.SOURCE || settings.isOn(Setting.NO_CREATE);
        String same = side + " " + place + " " + isToBeThere;
        return results.computeIfAbsent(same, key -> {
            long begun = System.nanoTime();
            return Waiting.until(() -> System.nanoTime() - begun > WAIT.toNanos(), () -> found(place, side, settings));
        });
    }

    private boolean found(Location place, Side side, Settings settings) {
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
