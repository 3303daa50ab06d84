package org.multicloudmirror.mirror.copy;

import org.multicloudmirror.mirror.CopyTask;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.RunMdc;
import org.multicloudmirror.mirror.RunMode;
import org.multicloudmirror.mirror.Runs;

/** Decides what the listings could not, and what is to be done about it in this mode of running. */
public final class Inspection {

    private final Runs runs;

    public Inspection(Runs runs) {
        this.runs = runs;
    }

    /** What to do with a task. */
    public Verdict verdict(CopyTask task) {
        Run run = runs.byId(task.runId());
        RunMdc.enter(run);
        run.begin(task);
        if (run.isInterrupted()) {
            return Verdict.DROPPED;
        }
        if (run.isStopping()) {
            return Verdict.LEFT;
        }
        Verdict verdict = verdict(run.options().mode(), new Comparison(run, task).finding());
        boolean isCopy = verdict == Verdict.COPY || verdict == Verdict.WOULD_COPY;
        return isCopy && !run.take(task) ? Verdict.LEFT : verdict;
    }

    private static Verdict verdict(RunMode mode, Finding finding) {
        return switch (mode) {
            case MIRROR ->
                switch (finding) {
                    case SAME -> Verdict.EQUAL;
                    case OTHER_METADATA -> Verdict.UPDATE;
                    case MISSING, DIFFERENT, UNKNOWN -> Verdict.COPY;
                };
            case DRY_RUN ->
                switch (finding) {
                    case SAME -> Verdict.EQUAL;
                    case OTHER_METADATA -> Verdict.WOULD_UPDATE;
                    case MISSING, DIFFERENT, UNKNOWN -> Verdict.WOULD_COPY;
                };
            case CHECK ->
                switch (finding) {
                    case SAME -> Verdict.EQUAL;
                    case OTHER_METADATA -> Verdict.OTHER_METADATA;
                    case MISSING -> Verdict.MISSING;
                    case DIFFERENT -> Verdict.DIFFERENT;
                    case UNKNOWN -> Verdict.UNVERIFIABLE;
                };
        };
    }
}
