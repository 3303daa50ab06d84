package org.multicloudmirror.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.mirror.RunStatus;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.stores.StoreRegistry;

/**
 * Looks whether scenarios could run: the routes load, the credentials are taken, the buckets are there and can be
 * listed. Nothing is written anywhere.
 */
public final class Validation {

    private final Path home;
    private final Settings settings;
    private final PrintWriter out;

    /** Which side of a scenario a bucket is. */
    private enum Side {
        SOURCE,
        DESTINATION
    }

    /**
     * @param home where {@code routes/} is
     * @param out gets a line for each thing looked at
     */
    public Validation(Path home, Settings settings, PrintWriter out) {
        this.home = home;
        this.settings = settings;
        this.out = out;
    }

    /**
     * Looks at everything, whatever it finds.
     *
     * @return {@link RunStatus#OK} or {@link RunStatus#COULD_NOT_RUN}
     * @throws EngineException when the routes do not load
     */
    public RunStatus validate(List<Scenario> scenarios) {
        try (StoreRegistry stores = new StoreRegistry(settings)) {
            Runs runs = new Runs(stores);
            new Engine(home, settings, stores, runs, new Journals(runs)).close();
            out.println("ok    the routes in " + home.resolve("routes") + " load");
            Map<String, Boolean> results = new LinkedHashMap<>();
            for (Scenario scenario : scenarios) {
                results.computeIfAbsent(
                        "from " + scenario.source(), key -> isUsable(stores, scenario.source(), Side.SOURCE));
                results.computeIfAbsent(
                        "to " + scenario.destination(),
                        key -> isUsable(stores, scenario.destination(), Side.DESTINATION));
            }
            return results.containsValue(false) ? RunStatus.COULD_NOT_RUN : RunStatus.OK;
        } finally {
            out.flush();
        }
    }

    private boolean isUsable(StoreRegistry stores, Location place, Side side) {
        try {
            ObjectStore store = stores.named(place.store());
            if (store.bucketExists(place.bucket())) {
                store.list(place.bucket(), place.prefix(), null);
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
