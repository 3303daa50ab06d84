package org.multicloudmirror.runner;

import org.multicloudmirror.mirror.run.Summary;

/** Runs what a route asks for. */
@FunctionalInterface
public interface RunStarter {

    /**
     * Runs it, from its lock to its report, and returns when that is delivered. A run that could not run, or failed
     * objects, is told by its summary.
     *
     * @throws org.multicloudmirror.scenario.InvalidScenarioException when the scenario cannot be read
     * @throws org.multicloudmirror.settings.InvalidSettingException when an option cannot be used
     */
    Summary run(RunRequest request);
}
