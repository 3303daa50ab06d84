package org.multicloudmirror.app;

import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.component.ObjectStoreComponent;
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
import org.multicloudmirror.mirror.outcome.OutcomeAggregation;
import org.multicloudmirror.mirror.parts.InOnePiece;
import org.multicloudmirror.mirror.parts.OrphanedUploads;
import org.multicloudmirror.mirror.parts.PartSettings;
import org.multicloudmirror.mirror.parts.Parts;
import org.multicloudmirror.mirror.parts.SegmentContainers;
import org.multicloudmirror.mirror.parts.ServerParts;
import org.multicloudmirror.mirror.parts.UploadNotes;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.runner.ScenarioForm;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.StateDirectory;
import org.multicloudmirror.storage.ObjectStores;

/** The beans that the routes name, made of the settings. */
final class EngineBeans {

    private final Main main;
    private final Settings settings;
    private final Runs runs;
    private final @Nullable Observers observers;

    /**
     * @param observers are told of what goes on; null where nobody watches
     */
    EngineBeans(Main main, Settings settings, Runs runs, @Nullable Observers observers) {
        this.main = main;
        this.settings = settings;
        this.runs = runs;
        this.observers = observers;
    }

    void bind(ObjectStores stores, RunReports runReports, FairQueues queues, Spool spool, Hands hands) {
        SedaComponent seda = new SedaComponent();
        seda.setDefaultQueueFactory(queues);
        main.bind("seda", seda);
        main.bind("objectstore", new ObjectStoreComponent(stores));
        SdkClients.bind(main, stores);
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
        main.bind(ScenarioForm.BEAN, (ScenarioForm) new ScenarioParser(stores.names())::parse);
        main.bind("httpTimeouts", new HttpTimeouts());
        main.bind("hookMessage", new HookMessage());
        main.bind("reportFailures", new ReportFailures(observers == null ? null : observers.deliveries()::ended));
        if (observers != null) {
            main.bind("deliveryPolicy", new DeliveryPolicy(observers.deliveries()));
        }
        main.bind("deliveryThreads", new DeliveryThreads());
        main.bind("reportArchive", new ReportArchive(settings));
    }
}
