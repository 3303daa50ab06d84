package org.multicloudmirror.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets paused scenarios run by their schedules again. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Lets a paused scenario run by its schedule again, at its next time.",
            "Times that passed meanwhile are not made up for."
        })
final class ResumeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "its routeId")
    private String name = "";

    @Option(names = "--all", description = "all that are paused")
    private boolean isAll;

    @Override
    public Integer call() {
        WhichScenarios which = new WhichScenarios(spec.commandLine(), name, isAll);
        return which.tell("/resume", Map.of(), orders -> orders.resume(which.name()));
    }
}
