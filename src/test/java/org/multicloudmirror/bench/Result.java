package org.multicloudmirror.bench;

import java.util.List;
import org.multicloudmirror.bench.server.Protocol;
import org.multicloudmirror.bench.server.RequestKind;

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

    Spread pages() {
        return Spread.of(runs, run -> run.requests().of(RequestKind.LIST));
    }

    Spread pagesOfS3() {
        return Spread.of(runs, run -> run.requests().of(Protocol.S3, RequestKind.LIST));
    }

    Spread firstRequest() {
        return Spread.of(runs, Run::firstRequestSeconds);
    }
}
