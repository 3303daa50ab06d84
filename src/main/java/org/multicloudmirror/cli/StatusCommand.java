package org.multicloudmirror.cli;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.multicloudmirror.app.Application;
import org.multicloudmirror.control.ControlClient;
import org.multicloudmirror.control.ServiceStatus;
import org.multicloudmirror.control.StatusJson;
import org.multicloudmirror.control.StatusText;
import org.multicloudmirror.service.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints how the service and its scenarios are. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Prints the service's scenarios: schedule, last and next run, what is under way.",
            "Without a service that runs, what is known of them: LAST OK is how long ago one ended well."
        })
final class StatusCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "its routeId; all without one")
    private String name = "";

    @Option(names = "--json", description = "one line of JSON")
    private boolean isJson;

    @Option(
            names = "--exit-code",
            description = "end with 3 when no service runs, a scenario is late, or its last run did not end well")
    private boolean hasExitCode;

    @Override
    public Integer call() {
        Setup setup = Setup.withoutSecrets(spec.commandLine().getParseResult());
        Optional<ControlClient> service = RunningService.of(setup.settings());
        if (service.isPresent()) {
            ControlClient.Reply reply =
                    service.get().get("/status", name.isEmpty() ? Map.of() : Map.of("name", name), isJson);
            int code = RunningService.told(reply, spec.commandLine());
            return code == ExitCode.OK ? code(reply.needsAttention()) : code;
        }
        try (Application application =
                new Application(setup.home(), RunningService.lastServed(setup.settings()), false)) {
            Service known = new Service(application);
            ServiceStatus status = known.status();
            if (!name.isEmpty()) {
                known.named(name);
                status = status.of(name);
            }
            print(status);
            return code(status.needsAttention());
        }
    }

    private void print(ServiceStatus status) {
        PrintWriter out = spec.commandLine().getOut();
        if (isJson) {
            out.print(StatusJson.write(status));
        } else {
            StatusText.lines(status, ZoneId.systemDefault()).forEach(out::println);
        }
        out.flush();
    }

    private int code(boolean needsAttention) {
        return hasExitCode && needsAttention ? ExitCode.SOME_FAILED : ExitCode.OK;
    }
}
