package org.multicloudmirror.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.multicloudmirror.bench.server.LoadServer;

/** The load server, as a process of its own: what it costs is not the client's. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;
    private final int port;

    ServerProcess() throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadServer.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        orders = new PrintStream(process.getOutputStream(), true, UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        port = Integer.parseInt(answer(""));
    }

    /** Where it listens on the loopback, in the clear. */
    int port() {
        return port;
    }

    /** Generates the buckets of a row. */
    void prepare(Row row, Direction direction) throws IOException {
        Workload workload = row.workload();
        order("bucket " + protocol(direction.source()) + " " + row.source() + " " + workload.source());
        if (workload.destination() != Workload.Destination.EMPTY) {
            order("bucket " + protocol(direction.destination()) + " " + row.copy() + " " + workload.copy());
        }
    }

    /** Forgets what the last run wrote. */
    void begin(Row row) throws IOException {
        order("begin " + row.latencyMillis() + " " + row.bytesPerSecond() + " " + row.scheme());
    }

    Requests requests() throws IOException {
        return Requests.of(order("requests"));
    }

    /**
     * Compares both sides of a row.
     *
     * @return how many objects each has, as {@code equal 20000}, or where they differ
     */
    String compare(Row row, Direction direction) throws IOException {
        boolean toSwift = direction == Direction.TO_SWIFT;
        return order("compare " + (toSwift ? row.source() : row.copy()) + " " + (toSwift ? row.copy() : row.source()));
    }

    @Override
    public void close() {
        orders.close();
        process.destroy();
    }

    private String order(String order) throws IOException {
        orders.println(order);
        return answer(" to \"" + order + "\"");
    }

    private String answer(String to) throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the load server gave no answer" + to + "; its error is above");
        }
        return answer;
    }

    private static String protocol(String store) {
        return store.equals("cf") ? "swift" : store;
    }
}
