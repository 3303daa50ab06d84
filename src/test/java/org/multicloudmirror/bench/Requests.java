package org.multicloudmirror.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.multicloudmirror.bench.server.Protocol;
import org.multicloudmirror.bench.server.RequestKind;

/**
 * The requests of a run, as the load server counted them.
 *
 * @param firstMillis of the epoch; 0 when there was none
 * @param counts by names such as {@code s3.list}
 */
record Requests(long firstMillis, Map<String, Long> counts) {

    static Requests of(String line) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String pair : line.split(" ", -1)) {
            int equals = pair.indexOf('=');
            counts.put(pair.substring(0, equals), Long.valueOf(pair.substring(equals + 1)));
        }
        long first = counts.remove("first");
        return new Requests(first, counts);
    }

    long of(Protocol protocol, RequestKind kind) {
        return counts.getOrDefault(protocol.name().toLowerCase(Locale.ROOT) + "." + kind.shown(), 0L);
    }

    long of(RequestKind kind) {
        return of(Protocol.S3, kind) + of(Protocol.SWIFT, kind);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
