package org.multicloudmirror.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.multicloudmirror.mirror.Report;
import org.multicloudmirror.mirror.RunStatus;
import org.multicloudmirror.report.ConsoleSummary;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** One invocation: starts everything, runs the scenarios, delivers the report, ends everything. */
public final class OneShot {

    private final Path home;
    private final Settings settings;
    private final PrintWriter out;

    /**
     * @param home where {@code routes/} is
     * @param out where the final summary goes
     */
    public OneShot(Path home, Settings settings, PrintWriter out) {
        this.home = home;
        this.settings = settings;
        this.out = out;
    }

    /**
     * Runs the scenarios.
     *
     * @return the worst status of them; a report that could not be written whole counts as one that could not run
     */
    public RunStatus run(List<Scenario> scenarios) {
        try (Application application = new Application(home, settings);
                Journal journal = new Journal(settings, StatusMail.isWantedBy(settings))) {
            Interruption interruption = application.watchForSignals();
            try {
                Report report = new Batch(application.runner(), Launch.options(settings), journal).run(scenarios);
                deliver(report, journal, application.engine());
                return journal.problem().isPresent() && report.status() != RunStatus.INTERRUPTED
                        ? RunStatus.COULD_NOT_RUN
                        : report.status();
            } finally {
                interruption.finished();
            }
        }
    }

    private void deliver(Report report, Journal journal, Engine engine) {
        engine.deliver(new Delivery(report, journal, settings.text(Setting.MAIL_WHEN)));
        out.println(ConsoleSummary.render(report));
        out.flush();
    }
}
