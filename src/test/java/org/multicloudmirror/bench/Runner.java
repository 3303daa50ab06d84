package org.multicloudmirror.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a client once and sees that it did its work. */
final class Runner {

    private static final int TERMINATED = 143;

    private final ServerProcess server;
    private final Path directory;
    private final IdleService idle;

    Runner(ServerProcess server, Path directory, IdleService idle) {
        this.server = server;
        this.directory = directory;
        this.idle = idle;
    }

    /**
     * Runs a client in a row.
     *
     * @throws RunFailedException when it fails, or both sides are not the same afterwards
     */
    Run run(Client client, Row row, Direction direction) throws IOException, InterruptedException, RunFailedException {
        server.begin(row);
        List<String> command = client.command(row, direction);
        Watched process = Watched.start(command, client.environment(row), directory);
        boolean isService = row.kind() == Row.Kind.SERVICE;
        if (isService) {
            idle.passTheTime(process);
        }
        Usage usage = process.await();
        if (usage.exitCode() != (isService ? TERMINATED : 0)) {
            throw new RunFailedException(
                    String.join(" ", command) + " ended with " + usage.exitCode() + ":\n" + process.output());
        }
        Run run = new Run(row, direction, client.name(), usage, server.requests());
        String compared = server.compare(row, direction);
        if (!compared.equals("equal " + row.workload().count())) {
            throw new RunFailedException(
                    String.join(" ", command) + " left both sides unequal: " + compared + "\n" + process.output());
        }
        return run;
    }
}
