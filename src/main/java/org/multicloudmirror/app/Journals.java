package org.multicloudmirror.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.multicloudmirror.mirror.Outcome;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.mirror.SkipLog;

/** Which journal the outcomes of each run under way go to. */
public final class Journals implements SkipLog {

    private final Runs runs;
    private final Map<String, Journal> byRun = new ConcurrentHashMap<>();

    public Journals(Runs runs) {
        this.runs = runs;
    }

    /** Writes an outcome; markers of ranges pass by. */
    public void record(Object message) {
        if (message instanceof Outcome outcome && outcome.kind().isReported()) {
            Journal journal = byRun.get(outcome.runId());
            if (journal != null) {
                journal.record(runs.byId(outcome.runId()).scenario(), outcome);
            }
        }
    }

    @Override
    public void write(Run run, Outcome skipped) {
        Journal journal = byRun.get(run.id());
        if (journal != null) {
            journal.recordSkip(run.scenario(), skipped);
        }
    }

    /** From now on the outcomes of a run go to this journal. */
    void assign(Run run, Journal journal) {
        byRun.put(run.id(), journal);
    }

    /** The run has ended. */
    void release(Run run) {
        byRun.remove(run.id());
    }
}
