package org.multicloudmirror.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.multicloudmirror.app.Application;
import org.multicloudmirror.app.Engine;
import org.multicloudmirror.app.OverlapGuard;
import org.multicloudmirror.app.RunInputs;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.service.NamedScenario;
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
            List<NamedScenario> looked = given.isEmpty()
                    ? service.scenarios()
                    : given.stream()
                            .map(scenario -> new NamedScenario(scenario, application.settings()))
                            .toList();
            boolean allLoad = routesLoad(application.engine(), out);
            if (given.isEmpty()) {
                out.println("ok    " + service.found(looked.size()));
            }
            boolean allRun = couldRun(looked, new Validation(application.stores(), out), out);
            application.encryption().ifPresent(code -> out.println("ok    TLS is encrypted by " + code));
            out.flush();
            return allLoad && allRun ? ExitCode.OK : ExitCode.COULD_NOT_RUN;
        }
    }

    private static boolean couldRun(List<NamedScenario> scenarios, Validation stores, PrintWriter out) {
        Set<String> complaints = new LinkedHashSet<>();
        boolean isGood = true;
        for (NamedScenario each : scenarios) {
            complaints.addAll(RunInputs.complaints(each.settings()));
            isGood &= stores.isUsable(each.scenario(), each.settings());
        }
        complaints.forEach(complaint -> out.println("FAIL  " + complaint));
        return isGood && complaints.isEmpty();
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
