package org.multicloudmirror.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.multicloudmirror.app.Application;
import org.multicloudmirror.app.Engine;
import org.multicloudmirror.app.OverlapGuard;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.service.Service;
import org.multicloudmirror.validation.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks whether scenarios could run, and writes nothing. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Looks whether scenarios could run: they can be read, the routes load, the credentials are taken, the"
                    + " buckets are there and can be listed. Nothing is written."
        },
        footerHeading = "%nExit codes:%n",
        footer = {"  0  they could", "  1  a bucket or a route cannot be used", "  2  a scenario or a setting is wrong"
        })
final class ValidateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..*",
            description = "as they are run; without any, those of routes/scenarios.camel.yaml")
    private List<String> scenarios = new ArrayList<>();

    @Override
    public Integer call() {
        Setup setup = Setup.of(spec.commandLine().getParseResult());
        List<Scenario> given =
                Scenarios.parse(scenarios, setup.settings(), spec.commandLine().getErr());
        if (given.size() < scenarios.size()) {
            return ExitCode.USAGE;
        }
        try (Application application = new Application(setup.home(), setup.settings(), false)) {
            OverlapGuard.check(given, application);
            PrintWriter out = spec.commandLine().getOut();
            Service service = new Service(application);
            List<Scenario> looked = given.isEmpty() ? service.scenarios() : given;
            boolean allLoad = routesLoad(application.engine(), out);
            if (given.isEmpty()) {
                out.println("ok    " + service.found(looked.size()));
            }
            RunStatus status = new Validation(application.stores(), application.settings(), out).validate(looked);
            application.encryption().ifPresent(code -> out.println("ok    TLS is encrypted by " + code));
            out.flush();
            return allLoad ? ExitCode.of(status) : ExitCode.COULD_NOT_RUN;
        }
    }

    private static boolean routesLoad(Engine engine, PrintWriter out) {
        List<String> leftOut = engine.leftOut();
        leftOut.forEach(mistake -> out.println("FAIL  " + mistake));
        if (leftOut.isEmpty()) {
            out.println("ok    the routes in " + engine.routes().places() + " load");
        }
        return leftOut.isEmpty();
    }
}
