package org.multicloudmirror.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.multicloudmirror.mirror.Outcome;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.mirror.SkipLog;

/** Which journal the outcomes of each run under way go to, and the log with it. */
public final class Journals implements SkipLog {

    private final Runs runs;
    private final Map<String, Written> byRun = new ConcurrentHashMap<>();

    /** Where the outcomes of a run are written. */
    private record Written(Journal journal, OutcomeLog log) {}

    public Journals(Runs runs) {
        this.runs = runs;
    }

    /** Writes an outcome; markers of ranges pass by. */
    public void record(Object message) {
        if (message instanceof Outcome outcome && outcome.kind().isReported()) {
            Written written = byRun.get(outcome.runId());
            if (written != null) {
                written.log().record(outcome);
                written.journal().record(runs.byId(outcome.runId()).scenario(), outcome);
            }
        }
    }

    @Override
    public void write(Run run, Outcome skipped) {
        Written written = byRun.get(run.id());
        if (written != null) {
            written.journal().recordSkip(run.scenario(), skipped);
        }
    }

    /** From now on the outcomes of a run go to this journal. */
    void assign(Run run, Journal journal) {
        byRun.put(run.id(), new Written(journal, new OutcomeLog(journal.place())));
    }

    /** The run has ended. */
    void release(Run run) {
        Written written = byRun.remove(run.id());
        if (written != null) {
            written.log().finish();
        }
    }
}
