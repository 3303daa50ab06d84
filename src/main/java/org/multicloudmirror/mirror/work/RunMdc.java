package org.multicloudmirror.mirror.work;

import org.multicloudmirror.mirror.task.RunDescriptor;
import org.multicloudmirror.scenario.Scenario;
import org.slf4j.MDC;

/** Puts the run into the log's context of the present thread: each line that is written then names it. */
public final class RunMdc {

    private static final String RUN = "run";
    private static final String SCENARIO = "scenario";

    private RunMdc() {}

    /** From now on this thread works for a run. */
    public static void enter(RunDescriptor run) {
        // a worker takes one object of a run after another
        if (!run.id().equals(MDC.get(RUN))) {
            enter(run.id(), run.scenario());
        }
    }

    /** From now on this thread works for a run that may have ended. */
    public static void enter(String runId, Scenario scenario) {
        MDC.put(RUN, runId);
        enter(scenario);
    }

    /** From now on this thread works for a scenario that has no run yet. */
    public static void enter(Scenario scenario) {
        MDC.put(SCENARIO, scenario.toString());
    }

    /** This thread works for no run any more. */
    public static void leave() {
        MDC.remove(RUN);
        MDC.remove(SCENARIO);
    }
}
