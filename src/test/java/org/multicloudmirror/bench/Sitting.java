package org.multicloudmirror.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs rows, the clients in turn, so that what disturbs the machine meanwhile disturbs both. */
final class Sitting {

    private final ServerProcess server;
    private final Runner runner;
    private final List<Client> clients;
    private final int runs;
    private final PrintWriter progress;
    private boolean hasFailed;

    /**
     * @param clients the mirror first
     * @param runs of each client in each row
     * @param progress for a line a run
     */
    Sitting(ServerProcess server, Runner runner, List<Client> clients, int runs, PrintWriter progress) {
        this.server = server;
        this.runner = runner;
        this.clients = clients;
        this.runs = runs;
        this.progress = progress;
    }

    /**
     * Measures rows; one in which a run fails is told and has no results.
     *
     * @param warmUp does not count: in it the load server compiles, and the machine reads the clients from its disk
     */
    List<Result> measure(Row warmUp, List<Row> rows) throws IOException, InterruptedException {
        results(warmUp, 1);
        List<Result> results = new ArrayList<>();
        for (Row row : rows) {
            results.addAll(results(row, runs));
        }
        return results;
    }

    /** Whether a run did not do its work. */
    boolean hasFailed() {
        return hasFailed;
    }

    private List<Result> results(Row row, int times) throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        try {
            for (Direction direction : row.directions()) {
                server.prepare(row, direction);
                results.addAll(inTurn(row, direction, times));
            }
        } catch (RunFailedException e) {
            progress.println(e.getMessage());
            hasFailed = true;
        }
        return results;
    }

    private List<Result> inTurn(Row row, Direction direction, int times)
            throws IOException, InterruptedException, RunFailedException {
        Map<Client, List<Run>> done = new LinkedHashMap<>();
        for (int number = 1; number <= times; number++) {
            for (Client client : clients) {
                if (client.takes(row)) {
                    Run run = runner.run(client, row, direction);
                    done.computeIfAbsent(client, first -> new ArrayList<>()).add(run);
                    tell(run, number);
                }
            }
        }
        return done.entrySet().stream()
                .map(entry -> new Result(row, direction, entry.getKey().name(), entry.getValue()))
                .toList();
    }

    private void tell(Run run, int number) {
        Usage usage = run.usage();
        progress.printf(
                "%s %s over %s, %s, run %d: %.2f s, %.2f CPU-s, %d MiB, %d requests%n",
                run.row().name(),
                run.direction(),
                run.row().scheme(),
                run.client(),
                number,
                usage.wallSeconds(),
                usage.cpuSeconds(),
                usage.peakBytes() >> 20,
                run.requests().total());
    }
}
