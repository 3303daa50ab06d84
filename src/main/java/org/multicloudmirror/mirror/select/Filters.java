package org.multicloudmirror.mirror.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules on keys in their order: the first that matches decides. What none matches is the run's business, unless there
 * are only includes. Pure.
 */
public final class Filters {

    /** No rule: all is included. */
    public static final Filters NONE = new Filters(List.of());

    /**
     * One rule.
     *
     * @param includes whether what matches is included
     * @param text the glob as it was written
     */
    private record Rule(boolean includes, Glob glob, String text) {}

    private final List<Rule> rules;
    private final boolean includesTheRest;

    private Filters(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.includesTheRest = rules.isEmpty() || rules.stream().anyMatch(rule -> !rule.includes());
    }

    /**
     * Reads one rule a line, {@code + GLOB} or {@code - GLOB}; empty lines and those that begin with {@code #} are
     * comments.
     *
     * @throws InvalidFilterException when a line is neither
     */
    public static Filters parse(String text) {
        List<Rule> rules = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            String rule = line.stripLeading();
            if (rule.isEmpty() || rule.startsWith("#")) {
                continue;
            }
            if (rule.length() < 3 || !(rule.startsWith("+ ") || rule.startsWith("- "))) {
                throw new InvalidFilterException(
                        "the line \"" + rule + "\"; write + GLOB to include or - GLOB to exclude");
            }
            String glob = rule.substring(2);
            rules.add(new Rule(rule.startsWith("+"), Glob.parse(glob), glob));
        }
        return new Filters(rules);
    }

    /** Whether there is no rule. */
    public boolean takeAll() {
        return rules.isEmpty();
    }

    /**
     * Why a key is left out; empty when it is not.
     *
     * @param key relative to the scenario's prefix
     */
    public Optional<String> exclusion(String key) {
        for (Rule rule : rules) {
            if (rule.glob().matches(key)) {
                return rule.includes() ? Optional.empty() : Optional.of("excluded by --exclude '" + rule.text() + "'");
            }
        }
        return includesTheRest ? Optional.empty() : Optional.of("matched by no --include");
    }
}
