package org.multicloudmirror.delivery;

import java.io.IOException;
import java.util.List;
import org.multicloudmirror.history.HistoryEntry;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.settings.RunSettings;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a scenario is well again, as the history tells: so it holds over restarts, and for runs of cron. */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private Recovery() {}

    /** Whether one of a report's runs is ok, and the one before of its scenario was not. */
    static boolean isIn(Report report, Settings settings) {
        try {
            String name = RunSettings.nameOf(settings);
            List<HistoryEntry> entries = History.file(settings).last(settings.number(Setting.HISTORY));
            return report.summaries().stream().anyMatch(summary -> isRecovered(summary, name, entries));
        } catch (IOException e) {
            LOG.warn("the history cannot be read, so that this run is told as a recovery: {}", e.getMessage());
            return true;
        }
    }

    private static boolean isRecovered(Summary summary, String name, List<HistoryEntry> entries) {
        String scenario = summary.scenario().toString();
        return summary.status() == RunStatus.OK
                && entries.stream()
                        .filter(entry -> entry.isOf(name, scenario))
                        // later ones may have been written down since
                        .takeWhile(entry -> !entry.runId().equals(summary.runId()))
                        .reduce((earlier, later) -> later)
                        .map(before -> !before.status().equals(RunStatus.OK.word()))
                        .orElse(false);
    }
}
