package org.multicloudmirror.app;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.delivery.RunReports;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.observe.LiveLine;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.storage.ObjectStores;
import org.multicloudmirror.stores.LiveLimits;
import org.multicloudmirror.stores.StoreRegistry;

/** The stores and the routes over them, started: what a single run, the service and a validation stand on. */
public final class Application implements AutoCloseable {

    private final Settings settings;
    private final StoreRegistry stores;
    private final LiveLimits liveLimits;
    private final RunReports runReports;
    private final LiveLine liveLine;
    private final Engine engine;
    private final RunsOfRoutes runsOfRoutes;

    /**
     * Starts the routes; nothing is asked of a store yet.
     *
     * @param serves whether routes that begin by themselves start as well
     * @throws EngineException when a route cannot be loaded or started
     */
    public Application(Home home, Settings settings, boolean serves) {
        this(home, settings, serves, null);
    }

    /**
     * As above.
     *
     * @param observers are told of what goes on; null where nobody watches
     */
    public Application(Home home, Settings settings, boolean serves, @Nullable Observers observers) {
        this.settings = settings;
        this.stores = new StoreRegistry(settings, observers == null ? null : observers.stores());
        this.liveLimits = new LiveLimits(settings, stores.limits());
        liveLimits.start();
        this.liveLine = Launch.liveLine(settings);
        Runs runs = new Runs(stores, observers == null ? null : observers.runs());
        this.runReports = new RunReports(runs);
        this.engine = new Engine(home, settings, stores, runs, runReports, serves, observers);
        // a service has the little that a signal leaves it; a single run waits for mail servers as for stores
        Duration patience =
                serves ? Deliveries.AT_A_SIGNAL : Duration.ofSeconds(4L * settings.number(Setting.REPORT_DEADLINE));
        this.runsOfRoutes = new RunsOfRoutes(settings, stores.names(), runner(), engine, patience);
        engine.runsBy(runsOfRoutes);
    }

    public Settings settings() {
        return settings;
    }

    public ObjectStores stores() {
        return stores;
    }

    /** Whose code encrypts what the stores are sent, for people to read; empty while nothing was to be encrypted. */
    public Optional<String> encryption() {
        return stores.encryption();
    }

    /** What the stores may take together. */
    public Limits limits() {
        return stores.limits();
    }

    /** Where progress is shown on a terminal. */
    LiveLine liveLine() {
        return liveLine;
    }

    public Engine engine() {
        return engine;
    }

    /** Runs scenarios as the settings say. */
    public ScenarioRunner runner() {
        return new ScenarioRunner(
                engine,
                runReports,
                Launch.progress(settings, liveLine, stores.limits()),
                Launch.locks(settings, stores::service),
                settings.isOn(Setting.WAIT));
    }

    /** Waits until the runs that routes have started have delivered their reports; no more begin. */
    public void endRunsOfRoutes() {
        runsOfRoutes.end();
    }

    /** Watches for signals from now on; copies that outlive the grace have their connections cut off. */
    public Interruption watchForSignals() {
        return Interruption.watch(engine.runs(), Launch.grace(settings), stores::close);
    }

    @Override
    public void close() {
        liveLimits.close();
        endRunsOfRoutes();
        engine.close();
        stores.close();
    }
}
