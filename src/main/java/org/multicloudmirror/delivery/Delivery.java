package org.multicloudmirror.delivery;

import java.nio.file.Path;
import java.util.List;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.task.OutcomeKind;

/**
 * What the report routes deliver: the body of {@code direct:mirror-report}.
 *
 * @param report what the runs came to
 * @param runReport each outcome, written down
 * @param mailWhen {@code always}, {@code on-change} or {@code on-failure}
 */
public record Delivery(Report report, RunReport runReport, String mailWhen) {

    private static final List<OutcomeKind> CHANGES = List.of(
            OutcomeKind.COPIED,
            OutcomeKind.LOSSY,
            OutcomeKind.UPDATED,
            OutcomeKind.DELETED,
            OutcomeKind.WOULD_COPY,
            OutcomeKind.WOULD_UPDATE,
            OutcomeKind.WOULD_DELETE);

    /** Whether the status mail is due: a failure always is a change. */
    public boolean isMailDue() {
        boolean isFailure = report.status() != RunStatus.OK;
        return switch (mailWhen) {
            case "on-failure" -> isFailure;
            case "on-change" -> isFailure || isChange();
            default -> true;
        };
    }

    private boolean isChange() {
        return CHANGES.stream().anyMatch(kind -> report.count(kind) > 0);
    }

    /** The finished lines, for the archive. */
    public Path archive() {
        return runReport.archive();
    }

    /** Their name there. */
    public String archiveName() {
        return runReport.archiveName(report);
    }
}
