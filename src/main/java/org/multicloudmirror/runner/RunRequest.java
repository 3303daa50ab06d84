package org.multicloudmirror.runner;

import java.util.Map;
import org.multicloudmirror.mirror.options.RunMode;

/**
 * A run that a route asks for.
 *
 * @param scenario what is mirrored or compared, as on the command line
 * @param mode what the run may do
 * @param options its own settings by their names, as {@link org.multicloudmirror.settings.RunSettings} has them
 * @param mail when its status mail is sent: {@code always}, {@code on-change} or {@code on-failure}; empty as it is set
 * @param callsHooks whether the hooks of runs are called: not for a run that a hook starts
 * @param origin who asks, for messages
 */
public record RunRequest(
        String scenario, RunMode mode, Map<String, String> options, String mail, boolean callsHooks, String origin) {

    public RunRequest {
        options = Map.copyOf(options);
    }
}
