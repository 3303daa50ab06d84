package org.multicloudmirror.bench;

import java.util.List;

/** All runs of a client in a row. */
record Result(Row row, Direction direction, String client, List<Run> runs) {

    private static final double MIB = 1 << 20;

    Spread wall() {
        return Spread.of(runs, run -> run.usage().wallSeconds());
    }

    Spread cpu() {
        return Spread.of(runs, run -> run.usage().cpuSeconds());
    }

    Spread peakMib() {
        return Spread.of(runs, run -> run.usage().peakBytes() / MIB);
    }

    Spread requests() {
        return Spread.of(runs, run -> run.requests().total());
    }

    Spread firstRequest() {
        return Spread.of(runs, Run::firstRequestSeconds);
    }
}
