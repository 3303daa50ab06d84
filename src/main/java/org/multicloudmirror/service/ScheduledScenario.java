package org.multicloudmirror.service;

import java.util.Map;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/**
 * One entry of the scenarios file.
 *
 * @param name unique in the file; the route's id
 * @param line where it begins, from 1
 * @param scenario what is mirrored
 * @param trigger the Camel endpoint that starts it
 * @param mailWhen {@code always}, {@code on-change} or {@code on-failure}
 * @param parameters as they are written, by name
 */
record ScheduledScenario(
        String name, int line, Scenario scenario, String trigger, String mailWhen, Map<String, String> parameters) {

    /** The settings that an entry may have a text of its own for, and the names of its parameters. */
    static final Map<String, Setting> SETTINGS =
            Map.of("max-duration", Setting.MAX_DURATION, "max-transfer", Setting.MAX_TRANSFER);

    ScheduledScenario {
        parameters = Map.copyOf(parameters);
    }

    /** The settings of its runs: what its entry says goes before. */
    Settings over(Settings settings) {
        Settings own = settings;
        for (Map.Entry<String, Setting> setting : SETTINGS.entrySet()) {
            String text = parameters.getOrDefault(setting.getKey(), "");
            own = text.isEmpty() ? own : own.with(setting.getValue(), text, name);
        }
        return own;
    }

    /** Whether another entry asks for the same, wherever it is written. */
    boolean isSameAs(ScheduledScenario other) {
        return name.equals(other.name) && parameters.equals(other.parameters);
    }
}
