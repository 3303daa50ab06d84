package org.multicloudmirror.app.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files of {@code routes/} that are inside the jar. */
public final class ShippedRoutes {

    /** The service's scheduled scenarios: what Camel is given of it is what the service makes of it. */
    public static final String SCENARIOS = "scenarios.camel.yaml";

    private static final List<String> NAMES = List.of(
            "mirror-copy.camel.yaml",
            "mirror-delete.camel.yaml",
            "mirror-list.camel.yaml",
            "mirror-outcome.camel.yaml",
            "mirror-report.camel.yaml",
            "mirror-run.camel.yaml",
            "mirror-scenario.camel.yaml",
            "mirror-webhooks.camel.yaml");

    private ShippedRoutes() {}

    /** Those with routes. */
    public static List<String> names() {
        return NAMES;
    }

    /** What one holds. */
    public static String text(String name) {
        try (InputStream in = ShippedRoutes.class.getResourceAsStream("/routes/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no routes/" + name + "; build it anew");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
