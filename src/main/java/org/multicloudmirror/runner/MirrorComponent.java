package org.multicloudmirror.runner;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultComponent;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.settings.RunSettings;

/**
 * {@code mirror:run}, {@code mirror:check} and {@code mirror:dry-run}: a route starts a run, waits for its end, and goes on
 * with its summary. The scenario and its options are in the URI, or in the message.
 */
public final class MirrorComponent extends DefaultComponent {

    private static final Map<String, RunMode> MODES =
            Map.of("run", RunMode.MIRROR, "check", RunMode.CHECK, "dry-run", RunMode.DRY_RUN);

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        RunMode mode = MODES.get(remaining);
        if (mode == null) {
            throw new IllegalArgumentException(
                    "mirror:" + remaining + " is no operation; use mirror:run, mirror:check or mirror:dry-run");
        }
        Map<String, String> given = new LinkedHashMap<>();
        parameters.forEach((name, value) -> given.put(name, String.valueOf(value)));
        parameters.clear();
        GivenOptions options = new GivenOptions(given);
        String name = "mirror:" + remaining;
        RunSettings.check(options.settings(), name);
        if (!options.scenario().isEmpty()) {
            CamelContextHelper.mandatoryLookup(getCamelContext(), ScenarioForm.BEAN, ScenarioForm.class)
                    .check(options.scenario());
        }
        return new MirrorEndpoint(uri, this, name, mode, options);
    }
}
