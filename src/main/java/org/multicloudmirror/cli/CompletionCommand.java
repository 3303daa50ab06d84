package org.multicloudmirror.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.SettingsLoader;
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
            description = "what the launcher is called on your PATH; mirror and multi-cloud-mirror anyway")
    private String name = "mirror";

    @Override
    public Integer call() {
        Set<String> names = new LinkedHashSet<>(List.of("mirror", "multi-cloud-mirror", name));
        String script = new BashCompletion(spec.root().commandLine(), stores()).script(List.copyOf(names));
        spec.commandLine().getOut().print(script);
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    /** Those of the settings; a mistake in them is told by the command that uses them. */
    private Set<String> stores() {
        try {
            return Setup.of(spec.commandLine().getParseResult()).settings().stores();
        } catch (InvalidSettingException e) {
            return new SettingsLoader().load().stores();
        }
    }
}
