package org.multicloudmirror.service;

import java.util.Map;
import org.multicloudmirror.scenario.Scenario;

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

    ScheduledScenario {
        parameters = Map.copyOf(parameters);
    }

    /** Whether another entry asks for the same, wherever it is written. */
    boolean isSameAs(ScheduledScenario other) {
        return name.equals(other.name) && parameters.equals(other.parameters);
    }
}
