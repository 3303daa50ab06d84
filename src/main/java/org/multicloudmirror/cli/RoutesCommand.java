package org.multicloudmirror.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.app.routes.RouteExport;
import org.multicloudmirror.app.routes.RouteFiles;
import org.multicloudmirror.settings.SettingsLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the files with routes that are in use, or writes the shipped ones. */
@Command(
        name = "routes",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        usageHelpWidth = 100,
        description =
                "Lists the files with routes that are in use and where each is, or writes the shipped ones to edit.")
final class RoutesCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(RoutesCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--export", paramLabel = "DIR", description = "write the shipped files into this directory")
    private @Nullable Path export;

    @Option(names = "--force", description = "with --export: overwrite files that are there, but for the scenarios")
    private boolean force;

    @Override
    public Integer call() {
        if (export != null && export.toString().isEmpty()) {
            throw SettingsLoader.empty("--export");
        }
        Setup setup = Setup.of(spec.commandLine().getParseResult());
        PrintWriter out = spec.commandLine().getOut();
        if (export == null) {
            RouteFiles routes = setup.home().routes(setup.settings());
            routes.all().forEach(file -> out.println(file.described()));
            routes.warnings().forEach(LOG::warn);
        } else {
            new RouteExport(export).write(force).forEach(out::println);
        }
        out.flush();
        return ExitCode.OK;
    }
}
