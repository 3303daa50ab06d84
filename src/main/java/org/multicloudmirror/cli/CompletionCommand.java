package org.multicloudmirror.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what bash and zsh need to complete the command line. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        description = "Prints a completion script for bash and zsh: source <(mirror completion)")
final class CompletionCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            defaultValue = "mirror",
            description = "what the launcher is called on your PATH (default: ${DEFAULT-VALUE})")
    private String name = "mirror";

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(AutoComplete.bash(name, spec.root().commandLine()));
        return ExitCode.OK;
    }
}
