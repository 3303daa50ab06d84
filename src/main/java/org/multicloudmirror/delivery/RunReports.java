package org.multicloudmirror.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.run.SkipLog;
import org.multicloudmirror.mirror.task.Outcome;

/** Which report the outcomes of each run under way go to, and the log with it. */
public final class RunReports implements SkipLog {

    private final Runs runs;
    private final Map<String, Written> byRun = new ConcurrentHashMap<>();

    /** Where the outcomes of a run are written. */
    private record Written(RunReport runReport, OutcomeLog log) {}

    public RunReports(Runs runs) {
        this.runs = runs;
    }

    /** Writes an outcome; markers of ranges pass by. */
    public void record(Object message) {
        if (message instanceof Outcome outcome && outcome.kind().isReported()) {
            Written written = byRun.get(outcome.runId());
            if (written != null) {
                written.log().record(outcome);
                written.runReport().record(runs.byId(outcome.runId()).scenario(), outcome);
            }
        }
    }

    @Override
    public void write(Run run, Outcome skipped) {
        Written written = byRun.get(run.id());
        if (written != null) {
            written.runReport().recordSkip(run.scenario(), skipped);
        }
    }

    /** From now on the outcomes of a run go to this report. */
    public void assign(Run run, RunReport runReport) {
        byRun.put(run.id(), new Written(runReport, new OutcomeLog(runReport.place())));
    }

    /** The run has ended. */
    public void release(Run run) {
        Written written = byRun.remove(run.id());
        if (written != null) {
            written.log().finish();
        }
    }
}
