package org.multicloudmirror.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.multicloudmirror.app.Engine;
import org.multicloudmirror.app.Home;
import org.multicloudmirror.app.Launch;
import org.multicloudmirror.app.Observers;
import org.multicloudmirror.app.ScenarioRunner;
import org.multicloudmirror.control.Pauses;
import org.multicloudmirror.delivery.RunReports;
import org.multicloudmirror.metrics.Metrics;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.observe.ProgressReporter;
import org.multicloudmirror.scenario.Overlaps;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.testing.FakeStore;
import org.multicloudmirror.testing.FakeStores;

/** The service's scenarios in the real engine with the shipped routes, over two stores in memory: s3 and cf. */
final class FakeService implements AutoCloseable {

    private final FakeStore s3;
    private final FakeStore cf = new FakeStore();
    private final Engine engine;
    private final Metrics metrics = new Metrics();
    private final ScenarioSeries series;
    private final ScenarioRoutes routes;
    private final ScenarioSource source;
    private final Path file;
    private final ScheduledRuns runs;
    private final Pauses pauses;
    private final LastRuns lastRuns = new LastRuns();
    private final ControlledRuns controlled;
    private final StatusBoard board;

    /**
     * @param directory for locks and the history
     * @param file the scenarios file
     */
    FakeService(Path directory, Path file) {
        this(directory, file, new FakeStore());
    }

    /**
     * @param directory for locks and the history
     * @param file the scenarios file
     * @param s3 the store of that name
     */
    FakeService(Path directory, Path file, FakeStore s3) {
        this(directory, file, s3, Map.of());
    }

    /**
     * @param directory for locks and the history
     * @param file the scenarios file
     * @param s3 the store of that name
     * @param variables further settings, as in the environment
     */
    FakeService(Path directory, Path file, FakeStore s3, Map<String, String> variables) {
        this.s3 = s3;
        Settings settings = new SettingsLoader()
                .environment(Map.of(
                        "MIRROR_RETRY_DELAY", "1",
                        "MIRROR_LOCK_DIR", directory.resolve("locks").toString(),
                        "MIRROR_STATE_DIR", directory.toString()))
                .environment(variables)
                .load();
        pauses = new Pauses(directory);
        board = new StatusBoard(settings, pauses, lastRuns);
        FakeStores stores = new FakeStores().with("s3", s3).with("cf", cf);
        Runs underWay = new Runs(stores, metrics.runs());
        RunReports runReports = new RunReports(underWay);
        series = new ScenarioSeries(metrics, settings);
        Observers observers = new Observers(metrics.stores(), metrics.runs(), metrics.deliveries());
        engine = new Engine(Home.find(), settings, stores, underWay, runReports, false, observers);
        routes = new ScenarioRoutes(engine.context());
        ScenarioRunner runner = new ScenarioRunner(
                engine, runReports, ProgressReporter.NONE, Launch.locks(settings, store -> store), false);
        runs = new ScheduledRuns(routes, runner, engine, settings, metrics.runs());
        controlled = new ControlledRuns(runs, routes, pauses, lastRuns);
        engine.context().getRegistry().bind("scheduledRuns", controlled);
        engine.context().getRegistry().bind(PausedPolls.BEAN, new PausedPolls(pauses));
        engine.context().getRegistry().bind("cronThreads", Triggers.cronThreads());
        this.file = file;
        this.source = new ScenarioSource(
                file,
                path -> new ScenariosFile(
                        path, new ScenarioParser(stores.names()), routes.parameters(), routes.takenIds(), settings),
                new ScenarioOverlaps(new Overlaps(stores::service, false), new Overlaps(stores::place, false)),
                each -> each.over(settings).isOn(Setting.DELETE));
    }

    FakeStore s3() {
        return s3;
    }

    FakeStore cf() {
        return cf;
    }

    CamelContext context() {
        return engine.context();
    }

    ScenarioSeries series() {
        return series;
    }

    Metrics metrics() {
        return metrics;
    }

    Runs underWay() {
        return engine.runs();
    }

    ScenarioSource source() {
        return source;
    }

    ScenarioRoutes routes() {
        return routes;
    }

    /** What triggers call. */
    ControlledRuns controlled() {
        return controlled;
    }

    /** As it is asked and told from outside. */
    ServiceControl control(Duration grace) {
        return new ServiceControl(
                routes, controlled, engine, pauses, board, new Cancellation(grace), file.toString(), series::mistakes);
    }

    ScheduledRuns runs() {
        return runs;
    }

    /** Makes the scenarios of a text the ones that run. */
    List<String> apply(String text) {
        List<ScheduledScenario> scenarios = source.parse(ScenarioTexts.of(file, text));
        series.coming(scenarios);
        List<String> mistakes = routes.apply(scenarios);
        if (mistakes.isEmpty()) {
            series.loaded();
        } else {
            series.refused(routes.all(), mistakes);
        }
        return mistakes;
    }

    /** How many runs of a scenario ended with a status, as the metrics tell. */
    int ended(String name, String status) {
        String counter = "mirror_runs_total{scenario=\"" + name + "\",status=\"" + status + "\"} ";
        return metrics.text()
                .lines()
                .filter(line -> line.startsWith(counter))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(counter.length())))
                .sum();
    }

    @Override
    public void close() {
        routes.removeAll();
        runs.end();
        engine.close();
        metrics.close();
    }
}
