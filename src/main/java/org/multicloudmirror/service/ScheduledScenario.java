package org.multicloudmirror.service;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.RunSettings;
import org.multicloudmirror.settings.Settings;

/**
 * One entry of a scenarios file.
 *
 * @param name unique in the file; the route's id
 * @param file where it is written
 * @param line where it begins, from 1
 * @param scenario what is mirrored
 * @param trigger the Camel endpoint that starts it
 * @param parameters as they are written, by name
 */
record ScheduledScenario(
        String name, Path file, int line, Scenario scenario, String trigger, Map<String, String> parameters) {

    static final String NOT_BETWEEN = "not-between";

    ScheduledScenario {
        parameters = Map.copyOf(parameters);
    }

    /** The settings of its runs: what its entry says goes before. */
    Settings over(Settings settings) {
        Map<String, String> own = new HashMap<>(parameters);
        own.keySet().retainAll(RunSettings.BY_NAME.keySet());
        own.computeIfPresent(
                NOT_BETWEEN, (name, times) -> RunSettings.inZone(times, parameters.getOrDefault("timezone", "")));
        return RunSettings.over(RunSettings.named(settings, name), own, name + " at " + at());
    }

    /** Where it is written, for messages. */
    String at() {
        return file + ":" + line;
    }

    /** Whether another entry asks for the same, wherever it is written. */
    boolean isSameAs(ScheduledScenario other) {
        return name.equals(other.name) && parameters.equals(other.parameters);
    }
}
