package org.multicloudmirror.app.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.multicloudmirror.settings.FileProblem;
import org.multicloudmirror.settings.InvalidSettingException;

/** Writes the files of the jar, to be edited. */
public final class RouteExport {

    private final Path directory;

    public RouteExport(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes them all or none; scenarios that are there already are left as they are.
     *
     * @param overwrites whether files that are there are replaced
     * @return what was written
     * @throws InvalidSettingException when a file is there, or one cannot be written
     */
    public List<Path> write(boolean overwrites) {
        List<String> taken = ShippedRoutes.names().stream()
                .filter(name -> Files.exists(directory.resolve(name)))
                .toList();
        if (!overwrites && !taken.isEmpty()) {
            throw new InvalidSettingException(directory + " has " + String.join(", ", taken)
                    + " already; name another directory, or overwrite with --force");
        }
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(directory);
            for (String name : ShippedRoutes.names()) {
                written.add(Files.writeString(directory.resolve(name), CopyMark.with(ShippedRoutes.text(name))));
            }
            Path scenarios = directory.resolve(ShippedRoutes.SCENARIOS);
            if (!Files.exists(scenarios)) {
                written.add(Files.writeString(scenarios, ShippedRoutes.text(ShippedRoutes.SCENARIOS)));
            }
            return written;
        } catch (IOException e) {
            throw new InvalidSettingException("the routes cannot be written to " + directory + " ("
                    + FileProblem.words(e) + "); name another directory");
        }
    }
}
