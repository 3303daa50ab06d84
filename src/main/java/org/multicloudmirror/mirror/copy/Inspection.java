package org.multicloudmirror.mirror.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.RejectedException;

/** Decides what the listings could not, and what is to be done about it in this mode of running. */
public final class Inspection {

    /**
     * What to do with an object.
     *
     * @throws RejectedException when no store could hold a copy by this name
     * @throws org.multicloudmirror.storage.ArchivedException when a dry run finds that a run could not read it
     */
    public Verdict verdict(Copy copy) {
        CopyRun run = copy.run();
        CopyTask task = copy.task();
        run.enter();
        if (run.isInterrupted()) {
            return Verdict.DROPPED;
        }
        if (run.isStopping()) {
            return Verdict.LEFT;
        }
        if (run.mode() != RunMode.CHECK && !Keys.isReadable(task.entry().key())) {
            throw new RejectedException(task.source() + ": " + Keys.UNREADABLE);
        }
        Verdict verdict = verdict(run.mode(), new Comparison(copy).finding());
        boolean isCopy = verdict == Verdict.COPY || verdict == Verdict.WOULD_COPY;
        if (verdict == Verdict.WOULD_COPY && task.entry().maybeArchived()) {
            open(run, task);
        }
        return isCopy && !copy.take() ? Verdict.LEFT : verdict;
    }

    /** Whether an archived object was restored, only its reader is told: this fails as its copy would. */
    private static void open(CopyRun run, CopyTask task) {
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
