package org.multicloudmirror.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Runs rows, the clients in turn, so that what disturbs the machine meanwhile disturbs both. */
final class Sitting {

    private final ServerProcess server;
    private final Runner runner;
    private final List<Client> clients;
    private final int runs;
    private final PrintWriter progress;

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

    /** A run that does not count: the load server compiles, the machine reads the clients from its disk. */
    void warmUp(Row row) throws IOException, InterruptedException, RunFailedException {
        for (Direction direction : row.directions()) {
            server.prepare(row, direction);
            for (Client client : clients) {
                runner.run(client, row, direction);
            }
        }
    }

    List<Result> measure(Row row) throws IOException, InterruptedException, RunFailedException {
        List<Result> results = new ArrayList<>();
        for (Direction direction : row.directions()) {
            server.prepare(row, direction);
            List<Client> present =
                    clients.stream().filter(client -> client.takes(row)).toList();
            List<List<Run>> all = present.stream()
                    .map(client -> (List<Run>) new ArrayList<Run>())
                    .toList();
            for (int number = 1; number <= runs; number++) {
                for (int i = 0; i < present.size(); i++) {
                    Run run = runner.run(present.get(i), row, direction);
                    all.get(i).add(run);
                    tell(run, number);
                }
            }
            for (int i = 0; i < present.size(); i++) {
                results.add(new Result(row, direction, present.get(i).name(), all.get(i)));
            }
        }
        return results;
    }

    private void tell(Run run, int number) {
        Usage usage = run.usage();
        progress.printf(
                "%s %s %s, run %d: %.2f s, %.2f CPU-s, %d MiB, %d requests%n",
                run.row().name(),
                run.direction(),
                run.client(),
                number,
                usage.wallSeconds(),
                usage.cpuSeconds(),
                usage.peakBytes() >> 20,
                run.requests().total());
    }
}
