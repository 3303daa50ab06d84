package org.multicloudmirror.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.control.Pauses;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.SettingKind;
import org.multicloudmirror.settings.SettingsLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps scenarios from running by their schedules. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Keeps a scenario from running by its schedule, until it is resumed.",
            "A run that is under way goes on. It holds over restarts of the service."
        })
final class PauseCommand implements Callable<Integer> {

    private static final SettingKind.Age SPAN = new SettingKind.Age(
            "", Duration.ofSeconds(1), Duration.ofDays(366), "a time from 1s to 366d, such as 30m, 2h or 1w");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "its routeId")
    private String name = "";

    @Option(names = "--all", description = "all scenarios that there are now")
    private boolean isAll;

    @Option(names = "--for", paramLabel = "DURATION", description = "no longer than this, such as 2h")
    private @Nullable String span;

    @Override
    public Integer call() {
        WhichScenarios which = new WhichScenarios(spec.commandLine(), name, isAll);
        Instant until = until();
        return which.tell(
                "/pause",
                until.equals(Pauses.UNTIL_RESUMED) ? Map.of() : Map.of("until", until.toString()),
                orders -> orders.pause(which.name(), until));
    }

    private Instant until() {
        if (span == null) {
            return Pauses.UNTIL_RESUMED;
        }
        if (span.isEmpty()) {
            throw SettingsLoader.empty("--for");
        }
        Optional<String> wanted = SPAN.complaint(span);
        if (wanted.isPresent()) {
            throw new InvalidSettingException("--for is \"" + span + "\"; write " + wanted.get());
        }
        return Instant.now().plus(SettingKind.Age.duration(span));
    }
}
