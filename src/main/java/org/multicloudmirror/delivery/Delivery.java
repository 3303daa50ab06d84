package org.multicloudmirror.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.settings.NameList;
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

    /**
     * Whether somebody is due to be told: a failure always is a change.
     *
     * @param when the words of a policy, separated by commas
     */
    public boolean isDue(String when) {
        return NameList.of(when).stream().anyMatch(this::isDueWhen);
    }

    private boolean isDueWhen(String policy) {
        return switch (policy) {
            case "on-failure" -> isFailure();
            case "on-change" -> isFailure() || isChange();
            case "on-recovery" -> isRecovery();
            default -> true;
        };
    }

    /** Whether it is the first run that is ok after one that was not; a dry run mends nothing. */
    public boolean isRecovery() {
        return !isFailure() && !settings.isOn(Setting.DRY_RUN) && Recovery.isIn(report, settings);
    }

    /** Whether webhooks may be told of it. */
    public boolean hasWebhooks() {
        return !settings.text(Setting.WEBHOOK).isEmpty();
    }

    /** Whether a ping is called. */
    public boolean hasPings() {
        return callsPings(settings);
    }

    /** Whether runs with these settings call pings: a dry run is no sign of life. */
    public static boolean callsPings(Settings settings) {
        return !settings.text(Setting.PING).isEmpty() && !settings.isOn(Setting.DRY_RUN);
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
        return runReport.hasLines() ? settings.text(Setting.REPORT_DIR) : "";
    }

    /**
     * The finished lines, for the archive.
     *
     * @throws IOException when they are not whole
     */
    public Path archive() throws IOException {
        return runReport
                .lines()
                .orElseThrow(() -> new IOException("a report that is not whole is not archived; make room for it"));
    }

    /** Their name there. */
    public String archiveName() {
        return runReport.archiveName(report);
    }
}
