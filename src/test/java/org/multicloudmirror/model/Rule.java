package org.multicloudmirror.model;

import java.util.List;
import java.util.function.Predicate;

/** A rule on keys: a glob, and beside it what it means in plain Java. */
record Rule(boolean includes, String glob, Predicate<String> matches) {

    private static final List<Rule> ALL = List.of(
            new Rule(true, "keep/**", key -> key.startsWith("keep/")),
            new Rule(true, "**", key -> true),
            new Rule(true, "*", key -> !key.contains("/")),
            new Rule(true, "dir/*", key -> key.matches("dir/[^/]*")),
            new Rule(false, "**.tmp", key -> key.endsWith(".tmp")),
            new Rule(false, "z/[12]", key -> key.equals("z/1") || key.equals("z/2")),
            new Rule(false, "dir/**", key -> key.startsWith("dir/")),
            new Rule(false, "{a,b.*}", key -> key.equals("a") || key.matches("b\\.[^/]*")));

    static Rule random(java.util.Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    /** Whether rules leave a key out: the first that matches decides. */
    static boolean leaveOut(List<Rule> rules, String key) {
        return rules.stream()
                .filter(rule -> rule.matches().test(key))
                .findFirst()
                .map(rule -> !rule.includes())
                .orElse(!rules.isEmpty() && rules.stream().allMatch(Rule::includes));
    }

    @Override
    public String toString() {
        return (includes ? "+ " : "- ") + glob;
    }
}
