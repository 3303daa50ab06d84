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
 * @param callsHooks whether the user's hooks are told of it
 */
public record Delivery(Report report, RunReport runReport, String mailWhen, boolean callsHooks) {

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
        return switch (mailWhen) {
            case "on-failure" -> isFailure();
            case "on-change" -> isFailure() || isChange();
            default -> true;
        };
    }

    /** Whether the user's hook for failures is called. */
    public boolean isFailure() {
        return report.status() != RunStatus.OK;
    }

    private boolean isChange() {
        return CHANGES.stream().anyMatch(kind -> report.count(kind) > 0);
    }

    /** The finished lines, for the archive. */
    public Path archive() {
        return runReport
                .lines()
                .orElseThrow(() -> new IllegalStateException("no report is written: mirror.report.dir is not set"));
    }

    /** Their name there. */
    public String archiveName() {
        return runReport.archiveName(report);
    }
}
