package org.multicloudmirror.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.app.Application;
import org.multicloudmirror.app.Launch;
import org.multicloudmirror.control.ControlFile;
import org.multicloudmirror.control.ControlServer;
import org.multicloudmirror.control.Pauses;
import org.multicloudmirror.rotation.Looks;
import org.multicloudmirror.settings.FileProblem;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.StateDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a service is asked and told by {@code status}, {@code trigger}, {@code pause}, {@code resume}, {@code cancel}. */
final class ServiceDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceDesk.class);

    private final Application application;
    private final ScenarioRoutes routes;
    private final Pauses pauses;
    private final LastRuns lastRuns = new LastRuns();
    private final ControlledRuns runs;
    private final Looks looks = new Looks("control file");
    private @Nullable ControlServer server;

    ServiceDesk(Application application, ScenarioRoutes routes, ScheduledRuns scheduledRuns) {
        this.application = application;
        this.routes = routes;
        this.pauses = new Pauses(StateDirectory.of(application.settings()));
        this.runs = new ControlledRuns(scheduledRuns, routes, pauses, lastRuns);
    }

    /** Gives the triggers what they call. */
    void bind(Registry registry) {
        registry.bind("scheduledRuns", runs);
        registry.bind(PausedPolls.BEAN, new PausedPolls(pauses));
    }

    /** Those that whoever triggers and whoever asks go by. */
    Pauses pauses() {
        return pauses;
    }

    /**
     * Can be reached from now on, if that is wanted; a service that cannot runs all the same.
     *
     * @param file of the scenarios, if there is one
     * @param place the same for people
     * @param mistakes why it is not what is scheduled
     */
    void open(Optional<Path> file, String place, Supplier<List<String>> mistakes) {
        Settings settings = application.settings();
        if (!settings.isOn(Setting.CONTROL)) {
            return;
        }
        String scenarios =
                file.map(path -> path.toAbsolutePath().normalize().toString()).orElse("");
        ControlFile told = new ControlFile(StateDirectory.of(settings), scenarios);
        ServiceControl control = new ServiceControl(
                routes,
                runs,
                application.engine(),
                pauses,
                new StatusBoard(settings, pauses, lastRuns),
                new Cancellation(Launch.grace(settings)),
                place,
                mistakes);
        try {
            ControlServer made = new ControlServer(control, told, scenarios);
            server = made;
            made.tell();
        } catch (IOException e) {
            LOG.warn(
                    "status, trigger, pause and cancel do not reach this service: {} cannot be written ({}); set"
                            + " mirror.state-dir, or mirror.control=false",
                    told.path(),
                    FileProblem.words(e));
        }
        looks.start(() -> keep(told));
    }

    private void keep(ControlFile file) {
        try {
            if (server != null && server.keep()) {
                LOG.info("{} was gone and is written again", file.path());
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be written", file.path(), e);
        }
    }

    @Override
    public void close() {
        looks.close();
        if (server != null) {
            server.close();
        }
    }
}
