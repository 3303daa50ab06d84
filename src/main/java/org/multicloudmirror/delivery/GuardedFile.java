package org.multicloudmirror.delivery;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.report.OutcomeFile;
import org.multicloudmirror.scenario.Scenario;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of outcomes whose disk may be full: that stops its writing, neither the mirroring nor other files. */
final class GuardedFile {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedFile.class);

    private final OutcomeFile file;
    private volatile @Nullable String problem;

    GuardedFile(OutcomeFile file) {
        this.file = file;
    }

    void outcome(Scenario scenario, Outcome outcome) {
        guarded(() -> file.outcome(scenario, outcome));
    }

    void finish(Report report) {
        guarded(() -> file.finish(report));
    }

    /** Why it is not whole, if it is not. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    private void guarded(Runnable writing) {
        if (problem != null) {
            return;
        }
        try {
            writing.run();
        } catch (UncheckedIOException e) {
            failed(e);
        }
    }

    private synchronized void failed(UncheckedIOException failure) {
        if (problem != null) {
            return;
        }
        problem = failure.getMessage();
        LOG.error("the report is not whole: {}", failure.getMessage());
        try {
            file.close();
        } catch (UncheckedIOException e) {
            LOG.debug("it cannot be closed either", e);
        }
    }
}
