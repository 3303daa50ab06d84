package org.multicloudmirror.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.multicloudmirror.app.Application;
import org.multicloudmirror.app.OneShot;
import org.multicloudmirror.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares both sides of scenarios. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Compares both sides of scenarios and writes nothing. Each object that is different, missing, extra or"
                    + " unverifiable (there is nothing to tell by) has a line; the last line has the numbers."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  all is equal",
            "  1  a scenario could not be compared",
            "  2  a scenario or a setting is wrong",
            "  3  something is not equal, or cannot be told equal"
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--download", description = "read both sides and compare the bytes, as --compare=content")
    private boolean download;

    @Parameters(paramLabel = "SCENARIO", arity = "1..*", description = "as they are run")
    private List<String> scenarios = new ArrayList<>();

    @Override
    public Integer call() {
        Setup setup = Setup.of(spec.commandLine().getParseResult());
        List<Scenario> parsed =
                Scenarios.parse(scenarios, setup.settings(), spec.commandLine().getErr());
        if (parsed.size() < scenarios.size()) {
            return ExitCode.USAGE;
        }
        try (Application application = new Application(setup.home(), setup.settings(), false)) {
            return ExitCode.of(new OneShot(
                            application, setup.settings(), spec.commandLine().getOut())
                    .check(parsed, download));
        }
    }
}
