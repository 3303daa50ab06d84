package org.multicloudmirror.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.multicloudmirror.control.ControlClient;
import org.multicloudmirror.mirror.run.RunStatus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has the service run a scenario now. */
@Command(
        name = "trigger",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Has the service run a scenario now, beside its schedule and though it is paused.",
            "Ends with 4 when a run of it is under way, and in the times of its not-between."
        })
final class TriggerCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "its routeId")
    private String name = "";

    @Option(names = "--wait", description = "wait for the end of the run, and end with its exit code")
    private boolean waits;

    @Override
    public Integer call() {
        Setup setup = Setup.withoutSecrets(spec.commandLine().getParseResult());
        Optional<ControlClient> service = RunningService.of(setup.settings());
        if (service.isEmpty()) {
            return RunningService.missing(
                    setup.settings(),
                    spec.commandLine(),
                    "start it by multi-cloud-mirror serve, or run the scenario by multi-cloud-mirror run " + name);
        }
        ControlClient.Reply begun = service.get().post("/trigger", Map.of("name", name));
        int code = RunningService.told(begun, spec.commandLine());
        return code == ExitCode.OK && waits ? ended(service.get(), begun.ticket()) : code;
    }

    private int ended(ControlClient service, String ticket) {
        ControlClient.Reply reply;
        do {
            // answered after a moment where there is no end yet
            reply = service.get("/end", Map.of("ticket", ticket), false);
        } while (RunningService.isUnderWay(reply));
        CommandLine command = spec.commandLine();
        if (!RunningService.isDone(reply)) {
            return RunningService.told(reply, command);
        }
        String word = reply.text().strip();
        command.getOut().println(name + " ended: " + word);
        command.getOut().flush();
        return ExitCode.of(RunStatus.of(word));
    }
}
