package org.multicloudmirror.service;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the files of scheduled scenarios say.
 *
 * @param byFile their texts
 * @param unreadable why others cannot be read, in a line for each
 */
record ScenarioTexts(SortedMap<Path, String> byFile, SortedMap<Path, String> unreadable) {

    /** No file says anything. */
    static final ScenarioTexts NONE = new ScenarioTexts(Collections.emptySortedMap());

    ScenarioTexts {
        byFile = Collections.unmodifiableSortedMap(new TreeMap<>(byFile));
        unreadable = Collections.unmodifiableSortedMap(new TreeMap<>(unreadable));
    }

    /** Texts that can be read, all of them. */
    ScenarioTexts(SortedMap<Path, String> byFile) {
        this(byFile, Collections.emptySortedMap());
    }

    /** One file. */
    static ScenarioTexts of(Path file, String text) {
        return new ScenarioTexts(new TreeMap<>(Map.of(file, text)));
    }

    /** The text of a file; empty when there is no such file. */
    String text(Path file) {
        return byFile.getOrDefault(file, "");
    }
}
