package org.multicloudmirror.service;

import java.util.HashMap;
import java.util.Map;

/** Entries of a scenarios file. */
final class Entries {

    private Entries() {}

    /** An entry of these parameters, each at the line 7. */
    static YamlEntry of(String name, Map<String, String> parameters) {
        Map<String, YamlEntry.Parameter> all = new HashMap<>();
        parameters.forEach((parameter, value) -> all.put(parameter, new YamlEntry.Parameter(value, 7)));
        return new YamlEntry(name, 3, all);
    }
}
