package org.multicloudmirror.bench;

import static org.multicloudmirror.bench.Direction.TO_SWIFT;
import static org.multicloudmirror.bench.Workload.Destination.EMPTY;
import static org.multicloudmirror.bench.Workload.Destination.SAME;
import static org.multicloudmirror.bench.Workload.Destination.TWO_DIFFER;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.multicloudmirror.bench.Row.Kind;

/** The rows by name, and groups of them. */
final class Rows {

    private static final long SMALL = 4096;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    static final List<Row> ALL = List.of(
            unchanged("unchanged-1k", 1000),
            unchanged("unchanged-10k", 10_000),
            unchanged("unchanged-100k", 100_000),
            unchanged("unchanged-1m", 1_000_000),
            unchanged("unchanged-10m", 10_000_000).kind(Kind.RUN_ALONE),
            Row.of("nested-1m", "1,000,000 equal objects in folders of 1,000", nested(1_000_000)),
            Row.of("changed-2-in-1m", "one changed, one missing", Workload.flat(1_000_000, SMALL, TWO_DIFFER)),
            copy("copy-20k", 20_000),
            copy("copy-100k", 100_000),
            // so many that the start is a tenth of the limit
            copy("latency-4", 2000).latency(20).process(4),
            copy("latency-16", 8000).latency(20),
            copy("latency-64", 32_000).latency(20).process(64),
            large("large-4x256m", 4, 256 * MIB),
            large("large-8x1g", 8, GIB),
            large("large-64x64m", 64, 64 * MIB),
            large("ranged-4g", 1, 4 * GIB).bandwidth(40_000_000).options("--parts", "12"),
            unchanged("listing-latency", 1_000_000).latency(20).only(TO_SWIFT),
            Row.of("start", "an empty bucket", Workload.flat(0, SMALL, SAME)).kind(Kind.START),
            Row.of("service-idle", "a service without scenarios", Workload.flat(0, SMALL, SAME))
                    .kind(Kind.SERVICE)
                    .only(TO_SWIFT));

    /** What is run before anything counts. */
    static final Row WARM_UP = copy("warm-up", 4000);

    private static final List<String> SCALING =
            List.of("unchanged-1k", "unchanged-10k", "unchanged-100k", "unchanged-1m", "unchanged-10m");

    /** Groups of rows by name. */
    static final SortedMap<String, List<String>> GROUPS = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "all", ALL.stream().map(Row::name).toList(),
            "quick", List.of("start", "unchanged-100k", "copy-20k", "large-4x256m"),
            "scaling", SCALING)));

    private Rows() {}

    /** Whether a row is one of those that differ in nothing but the number of objects. */
    static boolean isOfScaling(Row row) {
        return SCALING.contains(row.name());
    }

    /**
     * The rows of these names and groups, each once.
     *
     * @throws IllegalArgumentException when a name is not known
     */
    static List<Row> named(List<String> names) {
        return names.stream()
                .flatMap(name -> GROUPS.getOrDefault(name, List.of(name)).stream())
                .distinct()
                .map(Rows::row)
                .toList();
    }

    private static Row row(String name) {
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row \"" + name + "\"; there are "
                        + String.join(", ", GROUPS.keySet()) + ", "
                        + String.join(", ", ALL.stream().map(Row::name).toList())));
    }

    private static Row unchanged(String name, long count) {
        return Row.of(name, "%,d equal objects, all in one folder".formatted(count), Workload.flat(count, SMALL, SAME))
                .only(TO_SWIFT);
    }

    private static Workload nested(long count) {
        return new Workload("nested", count, SMALL, SAME);
    }

    private static Row copy(String name, long count) {
        return Row.of(name, "%,d objects of 4 KiB to copy".formatted(count), Workload.flat(count, SMALL, EMPTY));
    }

    private static Row large(String name, long count, long size) {
        return Row.of(name, "%d x %d MiB to copy".formatted(count, size / MIB), Workload.flat(count, size, EMPTY))
                .process(4);
    }
}
