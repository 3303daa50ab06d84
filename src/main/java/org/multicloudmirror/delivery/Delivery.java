package org.multicloudmirror.delivery;

import java.nio.file.Path;
import java.util.List;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/**
 * What the report routes deliver: the body of {@code direct:mirror-report}.
 *
 * @param report what the runs came to
 * @param runReport each outcome, written down
 * @param settings those of the runs: who is told of them, and when
 * @param callsHooks whether the user's hooks are told of it
 */
public record Delivery(Report report, RunReport runReport, Settings settings, boolean callsHooks) {

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
        return switch (settings.text(Setting.MAIL_WHEN)) {
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

    /** The directory that keeps a file of each run; empty when none is wanted. */
    public String archiveDirectory() {
        return runReport.lines().isEmpty() ? "" : settings.text(Setting.REPORT_DIR);
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
