package org.multicloudmirror.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.multicloudmirror.control.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has the service end a run. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Has the service end the run of a scenario that is under way, as a signal would.",
            "Its schedule goes on: the next run does what is left. pause keeps it from that."
        })
final class CancelCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "its routeId")
    private String name = "";

    @Override
    public Integer call() {
        Setup setup = Setup.withoutSecrets(spec.commandLine().getParseResult());
        Optional<ControlClient> service = RunningService.of(setup.settings());
        return service.isPresent()
                ? RunningService.told(service.get().post("/cancel", Map.of("name", name)), spec.commandLine())
                : RunningService.missing(
                        setup.settings(),
                        spec.commandLine(),
                        "if it has another one, name that by --state-dir; a run outside of a service ends by a signal"
                                + " to its process");
    }
}
