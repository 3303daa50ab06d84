package org.multicloudmirror.runner;

import java.util.Map;
import org.multicloudmirror.mirror.options.RunMode;

/**
 * A run that a route asks for.
 *
 * @param scenario what is mirrored or compared, as on the command line
 * @param mode what the run may do
 * @param options its own settings by their names, as {@link org.multicloudmirror.settings.RunSettings} has them
 * @param callsHooks whether the hooks of runs are called: not for a run that a hook starts
 * @param origin who asks, for messages
 * @param route the id of the route that asks
 */
public record RunRequest(
        String scenario, RunMode mode, Map<String, String> options, boolean callsHooks, String origin, String route) {

    public RunRequest {
        options = Map.copyOf(options);
    }
}
