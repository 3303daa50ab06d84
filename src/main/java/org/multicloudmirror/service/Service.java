package org.multicloudmirror.service;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.multicloudmirror.app.Application;
import org.multicloudmirror.app.Engine;
import org.multicloudmirror.app.Interruption;
import org.multicloudmirror.control.KnownNames;
import org.multicloudmirror.control.Pauses;
import org.multicloudmirror.control.ServiceStatus;
import org.multicloudmirror.metrics.Disks;
import org.multicloudmirror.metrics.Metrics;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.StateDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the scheduled scenarios until a signal comes. */
public final class Service {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Application application;
    private final Settings settings;
    private final ScenariosPlace place;

    /**
     * @param application whose routes the scenarios use; closed by whoever made it
     */
    public Service(Application application) {
        this.application = application;
        this.settings = application.settings();
        this.place = new ScenariosPlace(settings, application.engine());
    }

    /**
     * Serves until SIGINT or SIGTERM.
     *
     * @param metrics are those that the application tells of what goes on
     * @throws ScenariosFileException when the scenarios file has a mistake, or there is none and no route of the user's own:
     *     nothing was run
     */
    public void serve(Metrics metrics) {
        if (!settings.text(Setting.REPORT).isEmpty()) {
            throw settings.invalid(
                    Setting.REPORT,
                    settings.text(Setting.REPORT),
                    "mirror.report.dir instead: the service makes a report of every run");
        }
        Engine engine = application.engine();
        Interruption interruption = application.watchForSignals();
        metrics.watch(application.limits());
        metrics.watch(disks());
        metrics.watch(() -> LoadFamilies.of(engine, metrics));
        try {
            serve(engine, metrics, interruption);
        } finally {
            interruption.finished();
        }
    }

    private void serve(Engine engine, Metrics metrics, Interruption interruption) {
        ScenarioRoutes routes = new ScenarioRoutes(engine.context());
        ScheduledRuns scheduledRuns = new ScheduledRuns(routes, application.runner(), engine, settings, metrics.runs());
        ServiceDesk desk = new ServiceDesk(application, routes, scheduledRuns);
        desk.bind(engine.context().getRegistry());
        metrics.watch(() -> PauseFamilies.of(routes, desk.pauses()));
        engine.context().getRegistry().bind("cronThreads", Triggers.cronThreads());
        Optional<ScenarioSource> source = source(routes);
        Optional<ScenarioTexts> texts = source.map(ScenarioSource::read);
        List<ScheduledScenario> scenarios =
                source.map(given -> given.parse(texts.orElseThrow())).orElse(List.of());
        ScenarioSeries series = new ScenarioSeries(metrics, settings);
        Optional<ServiceHttp> http = http(engine, metrics);
        try (ClockWatch clock = new ClockWatch(engine.context(), metrics)) {
            clock.start();
            desk.open(source.map(ScenarioSource::place), place(), series::mistakes);
            if (source.isPresent()) {
                series.coming(scenarios);
                start(routes, source.get(), scenarios);
                series.loaded();
                follow(new ScenarioWatch(source.get(), routes, series, texts.orElseThrow()), interruption);
            } else {
                LOG.info("serving the routes; nothing is scheduled by scenarios: {}", place.nowhere());
                interruption.awaitSignal();
            }
            routes.removeAll();
        } finally {
            scheduledRuns.end();
            application.endRunsOfRoutes();
            desk.close();
            http.ifPresent(ServiceHttp::close);
        }
    }

    private Disks disks() {
        String temporary = settings.text(Setting.TMPFILE);
        Map<String, Path> directories = new HashMap<>();
        directories.put("tmp", Path.of(temporary.isEmpty() ? System.getProperty("java.io.tmpdir") : temporary));
        directories.put("state", StateDirectory.of(settings));
        String reports = settings.text(Setting.REPORT_DIR);
        if (!reports.isEmpty()) {
            directories.put("reports", Path.of(reports));
        }
        return new Disks(directories);
    }

    private static void follow(ScenarioWatch watch, Interruption interruption) {
        try (watch) {
            watch.start();
            interruption.awaitSignal();
        }
    }

    /** All of them or none. */
    private static void start(ScenarioRoutes routes, ScenarioSource source, List<ScheduledScenario> scenarios) {
        List<String> mistakes = routes.apply(scenarios);
        if (!mistakes.isEmpty()) {
            routes.removeAll();
            throw new ScenariosFileException(mistakes);
        }
        if (scenarios.isEmpty()) {
            LOG.warn("{} has no scenario yet; its examples only need their # removed", source.place());
        }
        LOG.info("serving, scheduled: {}", routes.size());
    }

    private Optional<ServiceHttp> http(Engine engine, Metrics metrics) {
        return settings.number(Setting.OBSERVE_PORT) == 0
                ? Optional.empty()
                : Optional.of(new ServiceHttp(
                        settings, engine.context(), () -> !engine.runs().isInterrupted(), metrics));
    }

    /**
     * The scenarios that would be served; nothing is run.
     *
     * @throws ScenariosFileException when the scenarios file has a mistake
     */
    public List<NamedScenario> scenarios() {
        return scheduled().stream().map(this::named).toList();
    }

    /**
     * One of those that would be served; a mistake in another's file does not matter.
     *
     * @param name its route's id
     * @throws ScenariosFileException when there is none of this name among those that can be read
     */
    public NamedScenario named(String name) {
        Usable usable = usable();
        Optional<ScheduledScenario> found = usable.scenarios().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            usable.check();
        }
        usable.complaints().forEach(LOG::warn);
        return found.map(this::named).orElseThrow(() -> noSuch(name, usable.scenarios()));
    }

    private NamedScenario named(ScheduledScenario found) {
        return new NamedScenario(found.scenario(), found.over(settings));
    }

    private ScenariosFileException noSuch(String name, List<ScheduledScenario> all) {
        return new ScenariosFileException(List.of(names(all).complaint(name)));
    }

    /**
     * The names of those that would be served.
     *
     * @param asked one of them; empty for all
     * @throws ScenariosFileException when it may be one of a file that has a mistake
     */
    public KnownNames names(Optional<String> asked) {
        Usable usable = usable();
        KnownNames names = names(usable.scenarios());
        if (asked.filter(name -> !names.has(name)).isPresent()) {
            usable.check();
        }
        usable.complaints().forEach(LOG::warn);
        return names;
    }

    private KnownNames names(List<ScheduledScenario> all) {
        return KnownNames.of(all.stream().map(ScheduledScenario::name).toList(), place());
    }

    /**
     * How the scenarios are while no service runs.
     *
     * @throws ScenariosFileException when there is nothing to serve at all
     */
    public ServiceStatus status() {
        String where = place();
        StatusBoard board = new StatusBoard(settings, new Pauses(StateDirectory.of(settings)), new LastRuns());
        Usable usable = usable();
        return board.look(usable.scenarios(), where, null, usable.complaints());
    }

    /**
     * Where scenarios were looked for, and that there were so many.
     *
     * @throws ScenariosFileException when there is nothing to serve at all
     */
    public String found(int scenarios) {
        String number = scenarios == 0 ? "no scenario" : scenarios + (scenarios == 1 ? " scenario" : " scenarios");
        return place.find().map(file -> file + " has " + number).orElseGet(place::nowhere);
    }

    private String place() {
        return place.find().map(Path::toString).orElseGet(place::nowhere);
    }

    /**
     * What can be used of the files.
     *
     * @param complaints why others cannot, in lines
     */
    private record Usable(List<ScheduledScenario> scenarios, List<String> complaints) {

        /** Refuses what cannot be used. */
        void check() {
            if (!complaints.isEmpty()) {
                throw new ScenariosFileException(complaints);
            }
        }
    }

    private Usable usable() {
        Optional<ScenarioSource> source =
                source(new ScenarioRoutes(application.engine().context()));
        try {
            return source.map(found -> found.change(found.read(), ScenarioTexts.NONE))
                    .map(change -> new Usable(change.scenarios(), change.complaints()))
                    .orElseGet(() -> new Usable(List.of(), List.of()));
        } catch (ScenariosFileException e) {
            return new Usable(List.of(), e.lines());
        }
    }

    private List<ScheduledScenario> scheduled() {
        return source(new ScenarioRoutes(application.engine().context())).stream()
                .flatMap(source -> source.parse(source.read()).stream())
                .toList();
    }

    private Optional<ScenarioSource> source(ScenarioRoutes routes) {
        ScenarioParser parser = new ScenarioParser(settings.stores());
        Map<String, String> parameters = routes.parameters();
        Set<String> takenIds = routes.takenIds();
        return place.find()
                .map(found -> new ScenarioSource(
                        found,
                        path -> new ScenariosFile(path, parser, parameters, takenIds, settings),
                        ScenarioOverlaps.of(application),
                        each -> each.over(settings).isOn(Setting.DELETE)));
    }
}
