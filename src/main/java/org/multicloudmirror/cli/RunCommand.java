package org.multicloudmirror.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.multicloudmirror.app.Application;
import org.multicloudmirror.app.OneShot;
import org.multicloudmirror.service.NamedScenario;
import org.multicloudmirror.service.Service;
import org.multicloudmirror.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one scheduled scenario once. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Runs one scenario of routes/scenarios.camel.yaml once, now, with the settings that it has there.",
            "The exit codes are those of a run."
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "its routeId")
    private String name = "";

    @Override
    public Integer call() {
        Setup setup = Setup.of(spec.commandLine().getParseResult());
        try (Application application = new Application(setup.home(), setup.settings(), false)) {
            NamedScenario named = new Service(application).named(name);
            Settings settings =
                    SettingOptions.over(named.settings(), spec.commandLine().getParseResult());
            OneShot once = new OneShot(application, settings, spec.commandLine().getOut());
            return ExitCode.of(once.run(List.of(named.scenario())));
        }
    }
}
