package org.multicloudmirror.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.app.routes.RouteFiles;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/**
 * Where {@code routes/} and {@code config/} are.
 *
 * @param directory of the checkout or the installation; empty for a jar that lies alone: it has its own inside
 */
public record Home(Optional<Path> directory) {

    private static final String ROUTES = "routes";

    /** One in a directory. */
    public static Home at(Path directory) {
        return new Home(Optional.of(directory));
    }

    /**
     * The directory that the launcher names ({@code mirror.home}), or the variable {@code MIRROR_HOME}, or the jar's own,
     * or that of the checkout that it was built in, if it has {@code routes/}.
     *
     * @throws InvalidSettingException when one is named and not there
     */
    public static Home find() {
        String named = System.getProperty("mirror.home", System.getenv().getOrDefault("MIRROR_HOME", ""));
        if (named.isEmpty()) {
            return new Home(Optional.ofNullable(aboveTheJar()));
        }
        Path directory = Path.of(named).toAbsolutePath();
        if (!Files.isDirectory(directory)) {
            throw new InvalidSettingException("there is no directory " + directory
                    + "; set MIRROR_HOME to that of the checkout or the installation, or unset it");
        }
        return at(directory);
    }

    private static @Nullable Path aboveTheJar() {
        try {
            Path place = Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path beside = place.getParent();
            if (beside == null || Files.isDirectory(beside.resolve(ROUTES))) {
                return beside;
            }
            // routes are code: no directory further up is looked into, which somebody else may own
            Path checkout = beside.endsWith("target") ? beside.getParent() : null;
            return checkout != null && Files.isDirectory(checkout.resolve(ROUTES)) ? checkout : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Its settings, if it has such a file. */
    public Optional<Path> config() {
        return directory
                .map(home -> home.resolve("config").resolve("application.properties"))
                .filter(Files::exists);
    }

    /**
     * The routes: those of the jar, of this home, and of the directory that the settings name.
     *
     * @throws InvalidSettingException when that one is not there
     */
    public RouteFiles routes(Settings settings) {
        List<Path> directories = new ArrayList<>();
        directory.map(home -> home.resolve(ROUTES)).filter(Files::isDirectory).ifPresent(directories::add);
        String named = settings.text(Setting.ROUTES);
        if (!named.isEmpty()) {
            if (!Files.isDirectory(Path.of(named))) {
                throw settings.invalid(Setting.ROUTES, named, "a directory that exists");
            }
            directories.add(Path.of(named));
        }
        return new RouteFiles(directories);
    }
}
