package org.multicloudmirror.bench;

import java.util.List;

/**
 * A row of the benchmark.
 *
 * @param process how many objects are copied at a time, by either client
 * @param latencyMillis of each request
 * @param bytesPerSecond of one connection; 0 for no limit
 * @param options of the mirror besides
 * @param scheme how the clients reach the server
 */
record Row(
        String name,
        String what,
        Kind kind,
        Workload workload,
        List<Direction> directions,
        int process,
        long latencyMillis,
        long bytesPerSecond,
        List<String> options,
        Scheme scheme) {

    private static final List<Direction> BOTH = List.of(Direction.values());

    /** What of a run is of interest. */
    enum Kind {
        /** How fast objects are compared or copied. */
        RUN,
        /** The same, of the mirror alone: rclone would need more memory than most machines have. */
        RUN_ALONE,
        /** How long the first request takes. */
        START,
        /** What a service needs that does nothing. */
        SERVICE
    }

    static Row of(String name, String what, Workload workload) {
        return new Row(name, what, Kind.RUN, workload, BOTH, 16, 0, 0, List.of(), Scheme.HTTPS);
    }

    Row kind(Kind other) {
        return new Row(
                name, what, other, workload, directions, process, latencyMillis, bytesPerSecond, options, scheme);
    }

    Row only(Direction direction) {
        return new Row(
                name,
                what,
                kind,
                workload,
                List.of(direction),
                process,
                latencyMillis,
                bytesPerSecond,
                options,
                scheme);
    }

    Row process(int copies) {
        return new Row(name, what, kind, workload, directions, copies, latencyMillis, bytesPerSecond, options, scheme);
    }

    Row latency(long millis) {
        return new Row(name, what, kind, workload, directions, process, millis, bytesPerSecond, options, scheme);
    }

    Row bandwidth(long perSecond) {
        return new Row(name, what, kind, workload, directions, process, latencyMillis, perSecond, options, scheme);
    }

    Row options(String... more) {
        return new Row(
                name, what, kind, workload, directions, process, latencyMillis, bytesPerSecond, List.of(more), scheme);
    }

    Row over(Scheme other) {
        return new Row(name, what, kind, workload, directions, process, latencyMillis, bytesPerSecond, options, other);
    }

    Row scaled(double factor) {
        return new Row(
                name,
                what,
                kind,
                workload.scaled(factor),
                directions,
                process,
                latencyMillis,
                bytesPerSecond,
                options,
                scheme);
    }

    /** What the mirror does, and under which conditions. */
    String describe() {
        return what
                + (workload.destination() == Workload.Destination.EMPTY ? ", " + process + " at a time" : "")
                + (latencyMillis > 0 ? ", " + latencyMillis + " ms a request" : "")
                + (bytesPerSecond > 0 ? ", " + bytesPerSecond / 1_000_000 + " MB/s a connection" : "");
    }

    /** The bucket that is read. */
    String source() {
        return name + "-source";
    }

    /** The bucket that is written. */
    String copy() {
        return name + "-copy";
    }
}
