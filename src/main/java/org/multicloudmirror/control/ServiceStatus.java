package org.multicloudmirror.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service and its scenarios.
 *
 * @param now when it was looked
 * @param running the service; null when none is running
 * @param scenarios in the order of their names
 * @param place the scenarios file, or that there is none
 * @param pausedOnly names that are paused and not scheduled
 * @param mistakes why what is written is not what is scheduled, a line each
 */
public record ServiceStatus(
        Instant now,
        @Nullable Running running,
        List<ScenarioStatus> scenarios,
        String place,
        List<String> pausedOnly,
        List<String> mistakes) {

    /** A service that is running. */
    public record Running(long pid, Instant since, String version) {}

    public ServiceStatus {
        scenarios = List.copyOf(scenarios);
        pausedOnly = List.copyOf(pausedOnly);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Whether somebody should look: no service is running, the scenarios file has a mistake, or a scenario is late or did
     * not end well.
     */
    public boolean needsAttention() {
        return running == null || !mistakes.isEmpty() || scenarios.stream().anyMatch(ScenarioStatus::needsAttention);
    }

    /** Of one scenario alone; of all when it has no such name. */
    public ServiceStatus of(String name) {
        return new ServiceStatus(
                now,
                running,
                scenarios.stream().filter(each -> each.name().equals(name)).toList(),
                place,
                List.of(),
                mistakes);
    }
}
