package org.multicloudmirror.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.multicloudmirror.delivery.RunReport;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.scenario.Scenario;

/** Runs scenarios one after another; one that cannot run does not stop the others. */
public final class Batch {

    private final ScenarioRunner runner;
    private final RunOptions options;
    private final RunReport runReport;

    /**
     * @param runReport where the outcomes are written down
     */
    public Batch(ScenarioRunner runner, RunOptions options, RunReport runReport) {
        this.runner = runner;
        this.options = options;
        this.runReport = runReport;
    }

    /** Runs all; returns when the last has its summary, and the report has its end. */
    public Report run(List<Scenario> scenarios) {
        Instant started = Instant.now();
        List<Summary> summaries = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            summaries.add(runner.run(scenario, options, runReport));
        }
        Report report = runReport.finish(Report.of(started, summaries));
        report.summaries().forEach(summary -> runner.told(options, summary));
        return report;
    }
}
