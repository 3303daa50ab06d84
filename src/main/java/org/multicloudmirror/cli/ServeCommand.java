package org.multicloudmirror.cli;

import java.util.concurrent.Callable;
import org.multicloudmirror.app.Application;
import org.multicloudmirror.app.Observers;
import org.multicloudmirror.metrics.Metrics;
import org.multicloudmirror.service.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the scheduled scenarios until a signal comes. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Runs the scenarios of routes/scenarios.camel.yaml on their schedules, until SIGINT or SIGTERM.")
final class ServeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Setup setup = Setup.of(spec.commandLine().getParseResult());
        try (Metrics metrics = new Metrics();
                Application application = new Application(
                        setup.home(),
                        setup.settings(),
                        true,
                        new Observers(metrics.stores(), metrics.runs(), metrics.deliveries()))) {
            new Service(application).serve(metrics);
            return ExitCode.OK;
        }
    }
}
