package org.multicloudmirror.service;

import java.util.HashMap;
import java.util.Map;

/** Entries of a scenarios file, and its text. */
final class Entries {

    private Entries() {}

    /** An entry of these parameters, each at the line 7. */
    static YamlEntry of(String name, Map<String, String> parameters) {
        Map<String, YamlEntry.Parameter> all = new HashMap<>();
        parameters.forEach((parameter, value) -> all.put(parameter, new YamlEntry.Parameter(value, 7)));
        return new YamlEntry(name, 3, all);
    }

    /**
     * The text of an entry.
     *
     * @param parameters names and values by turns
     */
    static String text(String name, String... parameters) {
        StringBuilder text = new StringBuilder("""
                - templatedRoute:
                    routeTemplateRef: scenario
                    routeId: %s
                    parameters:
                """.formatted(name));
        for (int i = 0; i < parameters.length; i += 2) {
            text.append("""
                          - name: %s
                            value: "%s"
                    """.formatted(parameters[i], parameters[i + 1]));
        }
        return text.toString();
    }
}
