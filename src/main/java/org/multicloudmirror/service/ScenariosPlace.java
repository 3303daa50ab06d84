package org.multicloudmirror.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.multicloudmirror.app.Engine;
import org.multicloudmirror.app.routes.RouteFiles;
import org.multicloudmirror.app.routes.ShippedRoutes;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** Where the file of scheduled scenarios is. */
final class ScenariosPlace {

    private final Settings settings;
    private final RouteFiles routes;
    private final boolean hasOwnRoutes;

    ScenariosPlace(Settings settings, Engine engine) {
        this.settings = settings;
        this.routes = engine.routes();
        this.hasOwnRoutes = routes.added().size() > engine.leftOut().size();
    }

    /**
     * The one that is named, or the one beside the routes; empty when there is none, and routes of the user's own are all
     * that there is to serve.
     *
     * @throws ScenariosFileException when there is nothing to serve at all
     */
    Optional<Path> find() {
        String named = settings.text(Setting.SCENARIOS);
        Optional<Path> found = named.isEmpty() ? routes.scenarios() : Optional.of(Path.of(named));
        if (found.isEmpty() && !hasOwnRoutes) {
            throw new ScenariosFileException(List.of(nowhere() + "; name one by --scenarios, or begin with the examples"
                    + " that multi-cloud-mirror routes --export DIR writes"));
        }
        return found;
    }

    /** That there is none, and where one was looked for. */
    String nowhere() {
        List<Path> directories = routes.directories();
        return "there is no scenarios file"
                + (directories.isEmpty()
                        ? ", nor a directory with routes that could have one"
                        : directories.stream()
                                .map(directory -> directory
                                        .resolve(ShippedRoutes.SCENARIOS)
                                        .toString())
                                .collect(Collectors.joining(" or ", ": no ", "")));
    }
}
