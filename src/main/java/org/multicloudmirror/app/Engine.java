package org.multicloudmirror.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.app.routes.RouteFiles;
import org.multicloudmirror.app.routes.RouteLoading;
import org.multicloudmirror.delivery.Delivery;
import org.multicloudmirror.delivery.RunReports;
import org.multicloudmirror.mirror.copy.Spool;
import org.multicloudmirror.mirror.list.Lister;
import org.multicloudmirror.mirror.run.LostMessages;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.runner.RunStarter;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.storage.ObjectStores;
import org.multicloudmirror.storage.OutOfMemoryExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Camel with the routes and the beans that they name. */
public final class Engine implements AutoCloseable {

    private static final int SHUTDOWN_SECONDS = 5;

    /** The route that writes the history. */
    private static final String HISTORY = "mirror-history";

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Main main = new Main();
    private final RouteFiles routes;
    private final RouteLoading loading;
    private final Runs runs;
    private final Hands hands = new Hands();

    /** A thread for each range that is listed: how many there are at a time, those decide who begin runs and cut ranges. */
    private final ExecutorService listers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "lister");
        thread.setDaemon(true);
        return thread;
    });

    private final FairQueues queues;
    private final Spool spool;
    private final ProducerTemplate producer;
    private final LostMessageWatch lost;
    private final CompletableFuture<RunStarter> starter = new CompletableFuture<>();

    /**
     * Starts the routes.
     *
     * @param serves whether routes that begin by themselves start as well
     * @throws EngineException when a route that the program needs cannot be loaded or started
     */
    public Engine(Home home, Settings settings, ObjectStores stores, Runs runs, RunReports runReports, boolean serves) {
        this(home, settings, stores, runs, runReports, serves, null);
    }

    /**
     * As above.
     *
     * @param observers are told of what goes on; null where nobody watches
     */
    public Engine(
            Home home,
            Settings settings,
            ObjectStores stores,
            Runs runs,
            RunReports runReports,
            boolean serves,
            @Nullable Observers observers) {
        this(home, settings, stores, runs, runReports, serves, observers, LostMessages.SPAN);
    }

    /**
     * As above.
     *
     * @param lostAfter how long a message is missing before it is lost
     */
    Engine(
            Home home,
            Settings settings,
            ObjectStores stores,
            Runs runs,
            RunReports runReports,
            boolean serves,
            @Nullable Observers observers,
            Duration lostAfter) {
        this.runs = runs;
        this.routes = home.routes(settings);
        this.loading = new RouteLoading(routes);
        routes.warnings().forEach(LOG::warn);
        Lister lister = new Lister(runs, runReports, settings.number(Setting.LISTINGS));
        main.bind("listers", listers);
        main.bind("hands", hands);
        main.bind("lister", new RouteLister(lister));
        main.bind("runStarter", starter);
        this.queues = new FairQueues(runs);
        this.spool = SpoolSettings.of(settings);
        new EngineBeans(main, settings, runs, observers).bind(stores, runReports, queues, spool, hands);
        if (!serves) {
            main.bind("calledRoutesOnly", new CalledRoutesOnly());
        }
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setOverrideProperties(properties(settings));
        // signals are ours: Camel's own hook would wait for a run that is being ended
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.configure()
                .withName("multi-cloud-mirror")
                .withRoutesIncludePattern("false")
                // whoever listens for this one makes Camel tell some ten events of each message
                .withAutoConfigurationLogSummary(false)
                // a stream that Camel keeps for another reading fills the heap
                .withStreamCachingEnabled(false)
                .withShutdownTimeout(SHUTDOWN_SECONDS);
        main.configure().addRoutesBuilder(loading);
        try {
            main.start();
            loading.addOthers(context());
            EarlierRoutes.addConversion(context());
            Receivers.bind(context().getRegistry(), settings);
            producer = context().createProducerTemplate();
            lost = new LostMessageWatch(context(), runs, lister, hands, lostAfter);
        } catch (Exception | LinkageError e) {
            LOG.debug("the routes cannot be started", e);
            main.stop();
            throw new EngineException(
                    loading.mistake(e).orElseGet(() -> "the routes cannot be started: " + Reason.of(e)));
        }
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = settings.forCamel();
        EarlierRoutes.addMail(properties, settings);
        EarlierRoutes.addThreads(properties, settings.text(Setting.PROCESS));
        return properties;
    }

    /** Who runs what a route asks for. */
    void runsBy(RunStarter runs) {
        starter.complete(runs);
    }

    /** The files that the routes come from. */
    public RouteFiles routes() {
        return routes;
    }

    /** The files that are left out: what keeps each from being used. */
    public List<String> leftOut() {
        return loading.leftOut();
    }

    /** The runs that the routes work on. */
    public Runs runs() {
        return runs;
    }

    /** How many objects of a run are being worked on. */
    public long inFlight(String runId) {
        return hands.tasks().all().stream()
                .filter(task -> task.range().runId().equals(runId))
                .mapToLong(CopyTask::sequence)
                // a task is held by each of the routes that it is in
                .distinct()
                .count();
    }

    /** Sends a message to a route's beginning and waits until its synchronous part is done. */
    public void send(String endpoint, Object body) {
        Exchange exchange = producer.send(endpoint, sent -> sent.getMessage().setBody(body));
        if (exchange.getException() != null) {
            OutOfMemoryExit.check(exchange.getException());
            LOG.error("{} failed: {}", endpoint, Reason.of(exchange.getException()));
        }
    }

    /** Hands a report to the routes that deliver it. */
    public void deliver(Delivery delivery) {
        record(delivery);
        tell(delivery);
    }

    /** The part of it that nobody is waited for: the history. */
    void record(Delivery delivery) {
        if (context().getRoute(HISTORY) != null) {
            send("direct:" + HISTORY, delivery);
        }
    }

    /** The part that takes as long as mail servers and others take. */
    void tell(Delivery delivery) {
        send("direct:mirror-report", delivery);
    }

    /** What the routes hold just now. */
    public Load load() {
        return Load.of(context(), hands, spool);
    }

    /** Whether no message is under way in any route or queue. */
    public boolean isIdle() {
        CamelContext context = context();
        // a scenario's trigger waits for its run
        return hands.tasks().isEmpty()
                && context.getRoutes().stream()
                        .filter(route -> !route.isCreatedByRouteTemplate())
                        .allMatch(route -> context.getInflightRepository().size(route.getRouteId()) == 0)
                && context.getEndpoints().stream()
                        .filter(SedaEndpoint.class::isInstance)
                        .map(SedaEndpoint.class::cast)
                        // nobody will ever take what waits where nobody consumes
                        .filter(queue -> !queue.getConsumers().isEmpty())
                        .allMatch(queue -> queue.getCurrentQueueSize() == 0);
    }

    /** Looks for what is nowhere, without waiting for the next of the looks that are made anyway. */
    public void lookForLostMessages() {
        lost.look();
    }

    /** Camel, for what is added to the routes while they run. */
    public CamelContext context() {
        return main.getCamelContext();
    }

    @Override
    public void close() {
        lost.close();
        queues.close();
        main.stop();
        listers.shutdown();
    }
}
