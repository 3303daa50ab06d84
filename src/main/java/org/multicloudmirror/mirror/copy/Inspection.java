package org.multicloudmirror.mirror.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.multicloudmirror.mirror.CopyTask;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.RunMdc;
import org.multicloudmirror.mirror.RunMode;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.RejectedException;

/** Decides what the listings could not, and what is to be done about it in this mode of running. */
public final class Inspection {

    private final Runs runs;

    public Inspection(Runs runs) {
        this.runs = runs;
    }

    /**
     * What to do with a task.
     *
     * @throws RejectedException when no store could hold a copy by this name
     * @throws org.multicloudmirror.storage.ArchivedException when a dry run finds that a run could not read it
     */
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
        if (run.options().mode() != RunMode.CHECK
                && !Keys.isReadable(task.entry().key())) {
            throw new RejectedException(task.source() + ": " + Keys.UNREADABLE);
        }
        Verdict verdict = verdict(run.options().mode(), new Comparison(run, task).finding());
        boolean isCopy = verdict == Verdict.COPY || verdict == Verdict.WOULD_COPY;
        if (verdict == Verdict.WOULD_COPY && task.entry().maybeArchived()) {
            open(run, task);
        }
        return isCopy && !run.take(task) ? Verdict.LEFT : verdict;
    }

    /** Whether an archived object was restored, only its reader is told: this fails as its copy would. */
    private static void open(Run run, CopyTask task) {
        try {
            run.source().get(task.source().bucket(), task.source().key()).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
