package org.multicloudmirror.runner;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one place, such as an endpoint or a message, says of a run, by name. An empty text says nothing. */
record GivenOptions(Map<String, String> texts) {

    private static final String SCENARIO = "scenario";

    GivenOptions {
        texts = Map.copyOf(texts);
    }

    /** The same, and what the other says where this one says nothing. */
    GivenOptions or(GivenOptions other) {
        Map<String, String> all = new LinkedHashMap<>(other.texts);
        texts.forEach((name, text) -> {
            if (!text.isEmpty()) {
                all.put(name, text);
            }
        });
        return new GivenOptions(all);
    }

    String scenario() {
        return texts.getOrDefault(SCENARIO, "");
    }

    /** All others, which are settings. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(texts);
        settings.remove(SCENARIO);
        return settings;
    }
}
