package org.multicloudmirror.bench;

/** How fast a row went, in its own unit, and what holds it at most. */
final class Speed {

    private static final double MEGA = 1e6;
    private static final int S3_PAGE = 1000;

    private Speed() {}

    static String of(Result result) {
        Workload workload = result.row().workload();
        double seconds = result.wall().median();
        return switch (result.row().kind()) {
            case START -> "first request after " + result.firstRequest().shown(2) + " s";
            case SERVICE -> "";
            case RUN, RUN_ALONE ->
                workload.isLarge()
                        ? Spread.number(workload.count() * workload.size() / MEGA / seconds, 0) + " MB/s"
                        : Spread.number(workload.count() / seconds, 0) + " objects/s";
        };
    }

    /** What no client can do better: the same requests, each with its latency. */
    static String limit(Row row) {
        if (row.latencyMillis() == 0) {
            return "";
        }
        double latency = row.latencyMillis() / 1000.0;
        Workload workload = row.workload();
        return workload.copies() > 2
                ? Spread.number(row.process() / (2 * latency), 0) + " objects/s"
                // a listing of one range after another; several at a time are faster
                : Spread.number(workload.count() / (S3_PAGE * latency), 0) + " objects/s in one range";
    }
}
