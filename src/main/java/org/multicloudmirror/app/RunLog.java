package org.multicloudmirror.app;

import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.report.ConsoleSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** What the log says of a run that nobody waits for at a console, the louder the worse it ended. */
public final class RunLog {

    private static final String ENDED = "{} ended: {}";

    /** Failed objects that the log names; the report has them all. */
    private static final int NAMED_FAILURES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private RunLog() {}

    /**
     * Tells of the one scenario of a report.
     *
     * @param name who started it
     */
    public static void ended(String name, Report report) {
        Summary summary = report.summaries().get(0);
        summary.sample(OutcomeKind.FAILED).stream().limit(NAMED_FAILURES).forEach(outcome -> LOG.atWarn()
                .addKeyValue("key", outcome.key())
                .addKeyValue("status", outcome.kind().word())
                .addKeyValue("attempt", outcome.attempts())
                .addKeyValue("reason", outcome.reason())
                .log("{} failed: {}: {}", name, outcome.key(), outcome.reason()));
        tell(name, summary, ConsoleSummary.render(report));
    }

    /** Tells of a check. */
    static void checked(String name, Report report) {
        tell(name, report.summaries().get(0), ConsoleSummary.renderCheck(report));
    }

    private static void tell(String name, Summary summary, String line) {
        Level level =
                switch (summary.status()) {
                    case OK -> Level.INFO;
                    case LIMIT_REACHED, INTERRUPTED, LOCKED -> Level.WARN;
                    case SOME_FAILED, COULD_NOT_RUN, GUARDED, DIFFERENT -> Level.ERROR;
                };
        LoggingEventBuilder told =
                LOG.atLevel(level).addKeyValue("status", summary.status().word());
        if (!summary.problem().isEmpty()) {
            told = told.addKeyValue("reason", summary.problem());
        }
        told.log(ENDED, name, line);
    }
}
