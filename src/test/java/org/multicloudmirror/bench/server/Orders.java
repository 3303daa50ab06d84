package org.multicloudmirror.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/**
 * What the benchmark tells the load server, a line an order and a line its answer:
 *
 * <pre>
 * bucket s3|swift NAME flat|nested COUNT SIZE CHANGED MISSING   generates a bucket; the numbers of two objects, or -1
 * begin LATENCY_MS BYTES_PER_S SCHEME   forgets what was written and counted
 * requests                           what was counted since
 * compare S3_NAME SWIFT_NAME         whether a bucket and a container hold the same
 * </pre>
 */
final class Orders {

    private final Cloud cloud;

    Orders(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Follows the orders until there are no more. */
    void follow(BufferedReader orders, PrintStream answers) throws IOException {
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            answers.println(follow(order.split(" ", -1)));
        }
    }

    private String follow(String[] words) {
        return switch (words[0]) {
            case "bucket" -> {
                cloud.generate(Protocol.valueOf(words[1].toUpperCase(Locale.ROOT)), words[2], dataSet(words));
                yield "ok";
            }
            case "begin" -> {
                cloud.begin(new Conditions(Long.parseLong(words[1]), Long.parseLong(words[2]), words[3]));
                yield "ok";
            }
            case "requests" -> cloud.counts().line();
            case "compare" -> Cloud.compare(bucket(Protocol.S3, words[1]), bucket(Protocol.SWIFT, words[2]));
            default -> throw new IllegalArgumentException("no order: " + words[0]);
        };
    }

    private static DataSet dataSet(String[] words) {
        return DataSet.of(
                KeyShape.valueOf(words[3].toUpperCase(Locale.ROOT)),
                Long.parseLong(words[4]),
                Long.parseLong(words[5]),
                Long.parseLong(words[6]),
                Long.parseLong(words[7]));
    }

    /** A bucket that nobody made is as an empty one. */
    private Bucket bucket(Protocol protocol, String name) {
        return cloud.bucket(protocol, name).orElseGet(() -> new Bucket(DataSet.EMPTY));
    }
}
