package org.multicloudmirror.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.multicloudmirror.app.Application;
import org.multicloudmirror.app.OneShot;
import org.multicloudmirror.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs each scenario once. */
@Command(
        name = "multi-cloud-mirror",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Makes each destination hold what its source holds.",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing that was selected failed",
            "1:a scenario could not run: credentials, a missing bucket, the network, a listing that broke off",
            "2:the command line, a setting or a scenario is wrong: nothing was run",
            "3:some objects failed, or were left by a limit or by a store that was full, denied access or did not answer",
            "4:another run of the same scenario is under way",
            "5:a guard tripped: nothing was deleted",
            "130, 143:interrupted by SIGINT or SIGTERM"
        })
final class MirrorCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..*",
            description = {
                "STORE://bucket[/prefix]->STORE://bucket[/prefix]",
                "in quotes: 's3://photos->cf://photos/2026'"
            })
    private List<String> scenarios = new ArrayList<>();

    @Override
    public Integer call() {
        if (scenarios.isEmpty()) {
            return helpOrComplaint();
        }
        Optional<String> command =
                scenarios.stream().filter(Commands.names()::contains).findFirst();
        if (command.isPresent()) {
            spec.commandLine()
                    .getErr()
                    .println("multi-cloud-mirror: the command " + command.get()
                            + " is not the first word; write it first, and its options behind it");
            return ExitCode.USAGE;
        }
        Setup setup = Setup.of(spec.commandLine().getParseResult());
        List<Scenario> parsed =
                Scenarios.parse(scenarios, setup.settings(), spec.commandLine().getErr());
        if (parsed.size() < scenarios.size()) {
            return ExitCode.USAGE;
        }
        try (Application application = new Application(setup.home(), setup.settings(), false)) {
            return ExitCode.of(new OneShot(
                            application, setup.settings(), spec.commandLine().getOut())
                    .run(parsed));
        }
    }

    /** Without any argument help is wanted; an option that swallowed the scenario must not pass for success. */
    private int helpOrComplaint() {
        if (spec.commandLine().getParseResult().originalArgs().isEmpty()) {
            spec.commandLine().usage(spec.commandLine().getOut());
            return ExitCode.OK;
        }
        spec.commandLine()
                .getErr()
                .println("multi-cloud-mirror: no scenario is given; add one such as 's3://photos->cf://photos', in"
                        + " quotes");
        return ExitCode.USAGE;
    }
}
