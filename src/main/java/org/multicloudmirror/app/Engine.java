package org.multicloudmirror.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.multicloudmirror.component.ObjectStoreComponent;
import org.multicloudmirror.mirror.Reason;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.mirror.backup.Backup;
import org.multicloudmirror.mirror.copy.Inspection;
import org.multicloudmirror.mirror.copy.Patience;
import org.multicloudmirror.mirror.copy.Spool;
import org.multicloudmirror.mirror.copy.Transfer;
import org.multicloudmirror.mirror.delete.Deletions;
import org.multicloudmirror.mirror.list.DestinationRepository;
import org.multicloudmirror.mirror.list.Lister;
import org.multicloudmirror.mirror.outcome.OutcomeAggregation;
import org.multicloudmirror.mirror.outcome.Outcomes;
import org.multicloudmirror.mirror.parts.InOnePiece;
import org.multicloudmirror.mirror.parts.Leftovers;
import org.multicloudmirror.mirror.parts.PartSettings;
import org.multicloudmirror.mirror.parts.Parts;
import org.multicloudmirror.mirror.parts.SegmentContainers;
import org.multicloudmirror.mirror.parts.ServerParts;
import org.multicloudmirror.mirror.parts.UploadNotes;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.storage.ObjectStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Camel with the routes of {@code routes/} and the beans that they name. */
public final class Engine implements AutoCloseable {

    private static final int SHUTDOWN_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Main main = new Main();
    private final Runs runs;
    private final Outcomes outcomes;
    private final ProducerTemplate producer;

    /**
     * Starts the routes.
     *
     * @throws EngineException when a route cannot be loaded or started; it names the file where that is known
     */
    public Engine(Path home, Settings settings, ObjectStores stores, Runs runs, Journals journals) {
        this.runs = runs;
        this.outcomes = new Outcomes(runs);
        bindBeans(settings, stores, journals);
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setOverrideProperties(properties(settings));
        // signals are ours: Camel's own hook would wait for a run that is being ended
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.configure()
                .withName("multi-cloud-mirror")
                .withRoutesIncludePattern("file:" + home.resolve("routes") + "/*.camel.yaml")
                // the service reads them itself: it follows the file, and tells the line of a mistake
                .withRoutesExcludePattern("**/scenarios.camel.yaml")
                // whoever listens for this one makes Camel tell some ten events of each message
                .withAutoConfigurationLogSummary(false)
                // a stream that Camel keeps for another reading fills the heap
                .withStreamCachingEnabled(false)
                .withShutdownTimeout(SHUTDOWN_SECONDS);
        try {
            main.start();
            producer = main.getCamelContext().createProducerTemplate();
        } catch (Exception e) {
            main.stop();
            throw new EngineException("the routes in " + home.resolve("routes") + " cannot be started", e);
        }
    }

    private void bindBeans(Settings settings, ObjectStores stores, Journals journals) {
        main.bind("objectstore", new ObjectStoreComponent(stores));
        main.bind("lister", new Lister(runs, journals, settings.number(Setting.LISTINGS)));
        main.bind("destinationRepository", new DestinationRepository(runs));
        main.bind("patience", new Patience(runs, System::nanoTime));
        Spool spool = spool(settings);
        Transfer transfer = new Transfer(runs, spool);
        main.bind("transfer", transfer);
        Leftovers leftovers = new Leftovers(runs, new UploadNotes(StateDirectory.of(settings)));
        main.bind("leftovers", leftovers);
        main.bind("segmentContainers", new SegmentContainers(runs, settings.isOn(Setting.SEGMENTS)));
        PartSettings partSettings = LargeObjectSettings.of(settings);
        Parts parts = new Parts(runs, transfer, leftovers, partSettings);
        main.bind("parts", parts);
        Backup backup = new Backup(runs, spool, new ServerParts(leftovers, partSettings), leftovers);
        CopySteps steps = new CopySteps(main);
        steps.bindListing();
        steps.bindTask(new Inspection(runs), backup, outcomes);
        steps.bindTransfer(transfer, parts, new InOnePiece(runs, transfer), leftovers);
        steps.bindOutcome(journals);
        main.bind("outcomeAggregation", new OutcomeAggregation(runs));
        Deletions deletions = new Deletions(runs, backup, leftovers, partSettings.retry());
        main.bind("deletions", deletions);
        main.bind("deleteBatches", new DeleteBatches(deletions, settings.number(Setting.PROCESS)));
        main.bind("out-of-memory", new OutOfMemory(Runtime.getRuntime()::halt));
        main.bind("history", new History(settings));
        main.bind("statusMail", new StatusMail(settings));
        main.bind("mailLogin", new MailLogin(settings));
        main.bind("reportFailures", new ReportFailures());
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = settings.forCamel();
        properties.put("mirror.mail.auth", !settings.text(Setting.MAIL_USERNAME).isEmpty());
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

    /** The runs that the routes work on. */
    public Runs runs() {
        return runs;
    }

    /** Sends a message to a route's beginning and waits until its synchronous part is done. */
    public void send(String endpoint, Object body) {
        Exchange exchange = producer.send(endpoint, sent -> sent.getMessage().setBody(body));
        if (exchange.getException() != null) {
            LOG.error("{} failed: {}", endpoint, Reason.of(exchange.getException()));
        }
    }

    /** Ends the journal with its report, and hands both to the routes that deliver them. */
    public void deliver(Delivery delivery) {
        delivery.journal().finish(delivery.report());
        send("direct:mirror-report", delivery);
    }

    /** Whether no message is under way in any route or queue. */
    public boolean isIdle() {
        CamelContext context = context();
        // a scenario's trigger waits for its run
        return !outcomes.isBusy()
                && context.getRoutes().stream()
                        .filter(route -> !route.isCreatedByRouteTemplate())
                        .allMatch(route -> context.getInflightRepository().size(route.getRouteId()) == 0)
                && context.getEndpoints().stream()
                        .filter(SedaEndpoint.class::isInstance)
                        .map(SedaEndpoint.class::cast)
                        .allMatch(queue -> queue.getCurrentQueueSize() == 0);
    }

    /** Camel, for what is added to the routes while they run. */
    public CamelContext context() {
        return main.getCamelContext();
    }

    @Override
    public void close() {
        main.stop();
    }
}
