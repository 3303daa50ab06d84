package org.multicloudmirror.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.bench.Workload.Destination;

class TableTest {

    private static final long MIB = 1 << 20;

    @Test
    void hasALineForEachClientAndTheirRatio() {
        Row row = Row.of("copy", "copies", Workload.flat(1000, 4096, Destination.EMPTY))
                .latency(20);
        Result ours = result(row, "mirror", "s3.list=1 s3.get=1000 swift.put=1000", 2.5, 3, 2);
        Result theirs = result(row, "rclone", "s3.list=1 s3.get=1000 swift.put=1000 s3.head=2001", 5);

        assertThat(Table.of(List.of(ours, theirs))).isEqualTo(Table.HEAD + """
                | copy | s3->cf | https | mirror | 2.50 (2.00-3.00) | 1.25 (1.00-1.50) | 100 | 2,001 | list 1, get 1,000, put 1,000 | 400 objects/s | 400 objects/s |
                | copy | s3->cf | https | rclone | 5.00 | 2.50 | 100 | 4,002 | list 1, head 2,001, get 1,000, put 1,000 | 200 objects/s | 400 objects/s |
                |  |  |  | mirror / rclone | 0.50 | 0.50 | 1.00 | 0.50 |  |  |  |
                """);
    }

    @Test
    void tellsMegabytesOfLargeObjects() {
        Row row = Row.of("large", "copies", Workload.flat(2, 100_000_000, Destination.EMPTY));

        assertThat(Table.of(List.of(result(row, "mirror", "s3.get=2 swift.put=2", 4))))
                .endsWith("| 4 | get 2, put 2 | 50 MB/s |  |\n");
    }

    @Test
    void tellsTheFirstRequestOfAStart() {
        Row row = Row.of("start", "starts", Workload.flat(0, 4096, Destination.SAME))
                .kind(Row.Kind.START);

        assertThat(Table.of(List.of(result(row, "mirror", "s3.list=1", 4))))
                .endsWith("| 1 | list 1 | first request after 0.50 s |  |\n");
    }

    /** Runs of these wall times, each with half as much CPU and its first request after half a second. */
    private static Result result(Row row, String client, String requests, double... seconds) {
        List<Run> runs = Arrays.stream(seconds)
                .mapToObj(wall -> new Run(
                        row,
                        Direction.TO_SWIFT,
                        client,
                        new Usage(0, 1000, wall, wall / 2, 100 * MIB),
                        Requests.of("first=1500 " + requests)))
                .toList();
        return new Result(row, Direction.TO_SWIFT, client, runs);
    }
}
