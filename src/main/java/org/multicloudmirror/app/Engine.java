package org.multicloudmirror.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.app.routes.RouteFiles;
import org.multicloudmirror.app.routes.RouteLoading;
import org.multicloudmirror.component.ObjectStoreComponent;
import org.multicloudmirror.delivery.Delivery;
import org.multicloudmirror.delivery.History;
import org.multicloudmirror.delivery.HookMessage;
import org.multicloudmirror.delivery.MailLogin;
import org.multicloudmirror.delivery.ReportArchive;
import org.multicloudmirror.delivery.ReportFailures;
import org.multicloudmirror.delivery.RunReports;
import org.multicloudmirror.delivery.StatusMail;
import org.multicloudmirror.mirror.backup.Backup;
import org.multicloudmirror.mirror.copy.Inspection;
import org.multicloudmirror.mirror.copy.Outcomes;
import org.multicloudmirror.mirror.copy.RetryPolicy;
import org.multicloudmirror.mirror.copy.Spool;
import org.multicloudmirror.mirror.copy.Transfer;
import org.multicloudmirror.mirror.delete.DeleteBatches;
import org.multicloudmirror.mirror.delete.Deletions;
import org.multicloudmirror.mirror.list.DestinationRepository;
import org.multicloudmirror.mirror.list.Lister;
import org.multicloudmirror.mirror.outcome.OutcomeAggregation;
import org.multicloudmirror.mirror.parts.InOnePiece;
import org.multicloudmirror.mirror.parts.OrphanedUploads;
import org.multicloudmirror.mirror.parts.PartSettings;
import org.multicloudmirror.mirror.parts.Parts;
import org.multicloudmirror.mirror.parts.SegmentContainers;
import org.multicloudmirror.mirror.parts.ServerParts;
import org.multicloudmirror.mirror.parts.UploadNotes;
import org.multicloudmirror.mirror.run.LostMessages;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.runner.RunStarter;
import org.multicloudmirror.runner.ScenarioForm;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.StateDirectory;
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
        this.spool = spool(settings);
        bindBeans(settings, stores, runReports, lister, observers);
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

    private void bindBeans(
            Settings settings,
            ObjectStores stores,
            RunReports runReports,
            Lister lister,
            @Nullable Observers observers) {
        SedaComponent seda = new SedaComponent();
        seda.setDefaultQueueFactory(new FairQueues(runs));
        main.bind("seda", seda);
        main.bind("listers", listers);
        main.bind("objectstore", new ObjectStoreComponent(stores));
        SdkClients.bind(main, stores);
        main.bind("hands", hands);
        main.bind("lister", new RouteLister(lister));
        main.bind("destinationRepository", new DestinationRepository(runs));
        main.bind("patience", new RetryPolicy(System::nanoTime, observers == null ? null : observers::objectRetried));
        Transfer transfer = new Transfer(spool);
        main.bind("transfer", transfer);
        OrphanedUploads orphaned = new OrphanedUploads(runs.copyRuns(), new UploadNotes(StateDirectory.of(settings)));
        main.bind("leftovers", orphaned);
        main.bind("segmentContainers", new SegmentContainers(runs.copyRuns(), settings.isOn(Setting.SEGMENTS)));
        PartSettings partSettings = LargeObjectSettings.of(settings, observers == null ? null : observers.stores());
        Parts parts = new Parts(transfer, orphaned, partSettings);
        main.bind("parts", parts);
        Backup backup = new Backup(spool, new ServerParts(orphaned, partSettings), orphaned);
        CopySteps steps = new CopySteps(main, runs.copyRuns(), hands.tasks());
        steps.bindListing();
        EarlierRoutes.bind(main);
        steps.bindTask(new Inspection(), backup, new Outcomes(hands.tasks()));
        steps.bindTransfer(transfer, parts, new InOnePiece(transfer), orphaned);
        OutcomeAggregation aggregation = new OutcomeAggregation(runs);
        steps.bindOutcome(aggregation, runReports);
        main.bind("outcomeAggregation", aggregation);
        Deletions deletions = new Deletions(runs, backup, orphaned, partSettings.retry());
        main.bind("deletions", deletions);
        main.bind("deleteBatches", new DeleteBatches(deletions, settings.number(Setting.PROCESS)));
        main.bind("out-of-memory", new OutOfMemory(Runtime.getRuntime()::halt));
        main.bind("history", new History(settings));
        main.bind("statusMail", new StatusMail());
        main.bind(Receivers.MAIL_LOGIN, new MailLogin(settings));
        main.bind("runStarter", starter);
        main.bind(ScenarioForm.BEAN, (ScenarioForm) new ScenarioParser(stores.names())::parse);
        main.bind("httpTimeouts", new HttpTimeouts());
        main.bind("hookMessage", new HookMessage());
        main.bind("reportFailures", new ReportFailures(observers == null ? null : observers.deliveries()::ended));
        if (observers != null) {
            main.bind("deliveryPolicy", new DeliveryPolicy(observers.deliveries()));
        }
        main.bind("reportArchive", new ReportArchive(settings));
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = settings.forCamel();
        EarlierRoutes.addMail(properties, settings);
        EarlierRoutes.addThreads(properties, settings.text(Setting.PROCESS));
        return properties;
    }

    private static Spool spool(Settings settings) {
        String named = settings.text(Setting.TMPFILE);
        Path place = Path.of(named.isEmpty() ? System.getProperty("java.io.tmpdir") : named)
                .toAbsolutePath();
        boolean isDirectory = Files.isDirectory(place);
        Path directory = isDirectory ? place : place.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw settings.invalid(Setting.TMPFILE, named, "a directory that exists, or a file in one");
        }
        return new Spool(directory, isDirectory ? "multi-cloud-mirror-" : place.getFileName() + "-");
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
        main.stop();
        listers.shutdown();
    }
}
