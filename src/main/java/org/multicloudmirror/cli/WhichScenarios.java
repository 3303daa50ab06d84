package org.multicloudmirror.cli;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.multicloudmirror.app.Application;
import org.multicloudmirror.control.Answer;
import org.multicloudmirror.control.ControlClient;
import org.multicloudmirror.control.PauseOrders;
import org.multicloudmirror.control.Pauses;
import org.multicloudmirror.service.Service;
import org.multicloudmirror.settings.StateDirectory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What is paused or resumed: a scenario or all, by the service that runs, or else in the state directory. */
final class WhichScenarios {

    private final CommandLine command;
    private final Optional<String> name;

    /**
     * @param name empty for none
     * @throws ParameterException when not exactly one of the two is given
     */
    WhichScenarios(CommandLine command, String name, boolean isAll) {
        if (name.isEmpty() != isAll) {
            throw new ParameterException(command, "write either NAME or --all");
        }
        this.command = command;
        this.name = isAll ? Optional.empty() : Optional.of(name);
    }

    /**
     * Tells the service; where none runs, it will find what is written down here.
     *
     * @param path of the request
     * @param further its parameters beside the name
     * @param alone what is done without a service
     */
    int tell(String path, Map<String, String> further, Function<PauseOrders, Answer> alone) {
        Setup setup = Setup.withoutSecrets(command.getParseResult());
        Optional<ControlClient> service = RunningService.of(setup.settings());
        if (service.isPresent()) {
            Map<String, String> parameters = new TreeMap<>(further);
            name.ifPresent(given -> parameters.put("name", given));
            return RunningService.told(service.get().post(path, parameters), command);
        }
        try (Application application =
                new Application(setup.home(), RunningService.lastServed(setup.settings()), false)) {
            Pauses pauses = new Pauses(StateDirectory.of(setup.settings()));
            Answer answer = alone.apply(new PauseOrders(pauses, new Service(application).names(name)));
            return RunningService.told(
                    answer.with(" (in " + StateDirectory.of(setup.settings()) + ", as no service is running)"),
                    command);
        }
    }

    /** The name that is given; empty for all. */
    Optional<String> name() {
        return name;
    }
}
