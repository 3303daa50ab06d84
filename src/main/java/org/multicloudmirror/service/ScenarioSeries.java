package org.multicloudmirror.service;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.multicloudmirror.delivery.History;
import org.multicloudmirror.history.HistoryEntry;
import org.multicloudmirror.history.HistoryFile;
import org.multicloudmirror.metrics.Metrics;
import org.multicloudmirror.metrics.Scheduled;
import org.multicloudmirror.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the metrics' series, and what is told of the file, as the scenarios are that are scheduled. What ran before the
 * series learn from the history.
 */
final class ScenarioSeries {

    private static final Logger LOG = LoggerFactory.getLogger(ScenarioSeries.class);

    private final Metrics metrics;
    private final Settings settings;
    private final HistoryFile history;
    private volatile List<String> mistakes = List.of();

    ScenarioSeries(Metrics metrics, Settings settings) {
        this.metrics = metrics;
        this.settings = settings;
        this.history = History.file(settings);
    }

    /** These are about to be scheduled: their first runs may begin at once. */
    void coming(Collection<ScheduledScenario> scheduled) {
        show(scheduled);
    }

    /** The file was read without a mistake, and those that were coming are scheduled. */
    void loaded() {
        mistakes = List.of();
        metrics.loaded();
    }

    /**
     * The file has mistakes, and these go on.
     *
     * @param lines what is wrong
     */
    void refused(Collection<ScheduledScenario> scheduled, List<String> lines) {
        mistakes = List.copyOf(lines);
        show(scheduled);
        metrics.refused();
    }

    /** What is wrong with the file as it is now. */
    List<String> mistakes() {
        return mistakes;
    }

    private void show(Collection<ScheduledScenario> scheduled) {
        List<Scheduled> shown = scheduled.stream()
                .map(each -> new Scheduled(each.name(), each.scenario().toString(), Timetables.of(each, settings)))
                .toList();
        metrics.scheduled(shown, past());
    }

    private List<HistoryEntry> past() {
        try {
            return history.last(Integer.MAX_VALUE);
        } catch (IOException e) {
            LOG.debug("{} cannot be read", history.path(), e);
            return List.of();
        }
    }
}
