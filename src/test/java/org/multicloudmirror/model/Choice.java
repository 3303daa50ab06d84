package org.multicloudmirror.model;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options of a run.
 *
 * @param named the only keys that it is about; null for all
 */
record Choice(
        String compare,
        List<Rule> rules,
        int minSize,
        int maxSize,
        @Nullable Duration minAge,
        @Nullable Duration maxAge,
        @Nullable Set<String> named,
        boolean deletes,
        String maxDelete,
        int minSync,
        boolean allowsEmptySource,
        boolean backsUp,
        boolean isDry) {

    private static final List<String> COMPARE = List.of("etag", "etag", "size", "modified", "metadata", "content");
    private static final List<String> MAX_DELETE = List.of("-1", "-1", "100%", "50%", "3", "0");

    static Choice random(Random random) {
        return new Choice(
                COMPARE.get(random.nextInt(COMPARE.size())),
                Stream.generate(() -> Rule.random(random))
                        .limit(Math.max(0, random.nextInt(5) - 1))
                        .toList(),
                random.nextInt(4) == 0 ? 5 : 0,
                random.nextInt(4) == 0 ? 25 : 0,
                random.nextInt(6) == 0 ? Duration.ofMinutes(90) : null,
                random.nextInt(6) == 0 ? Duration.ofDays(5) : null,
                random.nextInt(6) == 0 ? names(random) : null,
                random.nextInt(4) > 0,
                MAX_DELETE.get(random.nextInt(MAX_DELETE.size())),
                random.nextInt(3) == 0 ? 3 : 0,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(8) == 0);
    }

    private static Set<String> names(Random random) {
        Set<String> names = new TreeSet<>(World.KEYS);
        names.removeIf(key -> random.nextBoolean());
        names.add("never there");
        return names;
    }

    /** As settings; the list of keys is the runner's to write. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("mirror.compare", compare);
        settings.put("mirror.filters", rules.stream().map(Rule::toString).collect(joining("\n")));
        settings.put("mirror.min-size", Integer.toString(minSize));
        settings.put("mirror.maxsize", Integer.toString(maxSize));
        settings.put("mirror.min-age", minAge == null ? "" : minAge.toMinutes() + "m");
        settings.put("mirror.max-age", maxAge == null ? "" : maxAge.toMinutes() + "m");
        settings.put("mirror.delete", Boolean.toString(deletes));
        settings.put("mirror.max-delete", maxDelete);
        settings.put("mirror.min-sync", Integer.toString(minSync));
        settings.put("mirror.allow-empty-source", Boolean.toString(allowsEmptySource));
        settings.put("mirror.backup-prefix", backsUp ? "old" : "");
        settings.put("mirror.dry-run", Boolean.toString(isDry));
        settings.put("mirror.multipart-threshold", "6M");
        return settings;
    }
}
