package org.multicloudmirror.mirror.task;

import java.util.List;
import java.util.Map;

/**
 * What a range's listing left out.
 *
 * @param byRule how many objects, by the reason that the report gives
 * @param first the first of them, at most as many as a summary keeps
 */
public record Skips(Map<String, Long> byRule, List<Outcome> first) {

    /** Nothing. */
    public static final Skips NONE = new Skips(Map.of(), List.of());

    public Skips {
        byRule = Map.copyOf(byRule);
        first = List.copyOf(first);
    }

    /** How many objects it is about. */
    public long total() {
        return byRule.values().stream().mapToLong(Long::longValue).sum();
    }
}
