package org.multicloudmirror.field;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param exit the exit code
 * @param objects the report's line of each object that has one, by key
 * @param out what it printed
 * @param err what it printed there, and the lines of its log, each with its level
 */
record FieldResult(int exit, Map<String, Map<String, Object>> objects, String out, List<String> err) {

    /** The word for how each object ended; those that were equal have none. */
    Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        objects.forEach((key, line) -> kinds.put(key, text(line, "type")));
        return kinds;
    }

    /** The word for how an object ended, or nothing. */
    String kind(String key) {
        return kinds().getOrDefault(key, "");
    }

    /** The keys that ended so. */
    List<String> keys(String kind) {
        return kinds().entrySet().stream()
                .filter(line -> line.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .toList();
    }

    String reason(String key) {
        return text(objects.getOrDefault(key, Map.of()), "reason");
    }

    String proof(String key) {
        return text(objects.getOrDefault(key, Map.of()), "proof");
    }

    List<String> lost(String key) {
        Object lost = objects.getOrDefault(key, Map.of()).get("lost");
        return lost instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Everything that an operator sees. */
    String told() {
        return out + "\n" + String.join("\n", err);
    }

    private static String text(Map<String, Object> line, String field) {
        return String.valueOf(line.getOrDefault(field, ""));
    }
}
