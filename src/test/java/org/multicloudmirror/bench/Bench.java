package org.multicloudmirror.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.app.Home;
import org.multicloudmirror.testing.FreePort;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The benchmark's command line. */
@Command(
        name = "mirror bench",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Measures what runs cost the client, against a load server of its own on the loopback, in turn with rclone"
                    + " where that is on the PATH. docs/performance.md says what the columns mean."
        })
final class Bench implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--rows",
            split = ",",
            defaultValue = "quick",
            paramLabel = "NAME",
            description = "rows, or groups of them: quick (some ten minutes), scaling, all; --list tells them"
                    + " (default: ${DEFAULT-VALUE})")
    private List<String> rows = List.of();

    @Option(
            names = "--over",
            split = ",",
            defaultValue = "https,http",
            paramLabel = "SCHEME",
            description = "how clients reach the server: https, http, or both in turn (default: ${DEFAULT-VALUE})")
    private List<Scheme> schemes = List.of();

    @Option(names = "--list", description = "tell the groups and rows and end")
    private boolean isList;

    @Option(
            names = "--runs",
            defaultValue = "3",
            paramLabel = "N",
            description = "runs of each client in each row (default: ${DEFAULT-VALUE})")
    private int runs;

    @Option(
            names = "--scale",
            defaultValue = "1",
            paramLabel = "FACTOR",
            description = "fewer small objects, smaller large ones: 0.01 is a hundredth (default: ${DEFAULT-VALUE})")
    private double scale;

    @Option(names = "--no-rclone", description = "measure the mirror alone, as where there is no rclone")
    private boolean isAlone;

    @Option(names = "--json", paramLabel = "FILE", description = "write each single run")
    private @Nullable Path json;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "write a picture (SVG) of how the rows of scaling grow; at least two of them must be run")
    private @Nullable Path plot;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and end")
    @SuppressWarnings("UnusedVariable") // picocli asks for it
    private boolean isHelp;

    private boolean hasFailed;
    private String machine = "";

    /** Runs the benchmark; exits with 0 when every run did its work. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The benchmark, whose errors are one line. */
    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setParameterExceptionHandler((error, args) -> {
            error.getCommandLine().getErr().println(error.getMessage());
            return CommandLine.ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (isList) {
            Rows.GROUPS.forEach((group, members) -> out.printf("%-16s %s%n", group, String.join(", ", members)));
            Rows.ALL.forEach(row -> out.printf("%-16s %s%n", row.name(), row.describe()));
            return 0;
        }
        List<Row> chosen = chosen();
        refuseWhatCannotBe(chosen);
        boolean hasRclone = !isAlone && Machine.program("rclone").isPresent();
        List<Result> results = measured(chosen, hasRclone);
        out.println(machine + "; medians of " + runs + " (least-most), 1 MiB = 2^20 bytes, 1 MB = 10^6");
        out.println();
        out.print(Table.of(results));
        List<Result> scaling = results.stream()
                .filter(result -> Rows.isOfScaling(result.row()))
                .filter(result -> result.row().scheme() == schemes.get(0))
                .toList();
        if (!ScaleTable.clients(scaling).isEmpty()) {
            out.println();
            out.print(ScaleTable.of(scaling));
        }
        out.flush();
        if (plot != null) {
            Files.writeString(plot, Plot.of(scaling));
        }
        if (json != null) {
            RunsJson.write(json, machine, results);
        }
        return hasFailed ? 1 : 0;
    }

    private void refuseWhatCannotBe(List<Row> chosen) {
        if (runs < 1) {
            throw new ParameterException(spec.commandLine(), "--runs is " + runs + "; write 1 or more");
        }
        if (scale <= 0 || scale > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--scale is " + scale + "; write a number over 0, up to 1");
        }
        if (plot != null
                && chosen.stream()
                                .filter(Rows::isOfScaling)
                                .map(Row::name)
                                .distinct()
                                .count()
                        < 2) {
            throw new ParameterException(
                    spec.commandLine(), "--plot needs two rows of scaling at least; write --rows scaling");
        }
    }

    private List<Row> chosen() {
        try {
            return Rows.named(rows).stream()
                    .map(row -> row.scaled(scale))
                    .flatMap(row -> schemes.stream().distinct().map(row::over))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private List<Result> measured(List<Row> chosen, boolean hasRclone) throws IOException, InterruptedException {
        PrintWriter progress = new PrintWriter(spec.commandLine().getErr(), true);
        try (Place place = new Place();
                ServerProcess server = new ServerProcess();
                TlsEnd tls = TlsEnd.before(server.port(), place.authority(), place.directory())) {
            Path directory = place.directory();
            machine = Machine.describe(hasRclone, tls);
            Endpoints endpoints =
                    new Endpoints(server.port(), tls.port(), place.authority().certificate());
            MirrorClient mirror =
                    new MirrorClient(Home.find().directory().orElseThrow(), directory, endpoints, FreePort.find());
            List<Client> clients = hasRclone ? List.of(mirror, new RcloneClient(endpoints)) : List.of(mirror);
            Runner runner = new Runner(server, directory, new IdleService(mirror.ready()));
            Sitting sitting = new Sitting(server, runner, clients, runs, progress);
            List<Result> results = sitting.measure(Rows.WARM_UP.scaled(scale), chosen);
            hasFailed = sitting.hasFailed();
            return results;
        }
    }
}
