package org.multicloudmirror.service;

import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.Settings;

/**
 * A scenario of the scenarios file.
 *
 * @param scenario what is mirrored
 * @param settings those of its runs
 */
public record NamedScenario(Scenario scenario, Settings settings) {}
