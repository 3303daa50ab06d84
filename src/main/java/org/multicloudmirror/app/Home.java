package org.multicloudmirror.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.settings.InvalidSettingException;

/** Where {@code routes/} and {@code config/} are. */
public final class Home {

    private Home() {}

    /**
     * The directory that the launcher names ({@code mirror.home}), or the variable {@code MIRROR_HOME}, or the nearest
     * above the jar that has {@code routes/}.
     *
     * @throws InvalidSettingException when there is no such directory
     */
    public static Path find() {
        String named = System.getProperty("mirror.home", System.getenv().getOrDefault("MIRROR_HOME", ""));
        Path home = named.isEmpty() ? aboveTheJar() : Path.of(named).toAbsolutePath();
        if (home == null || !Files.isDirectory(home.resolve("routes"))) {
            throw new InvalidSettingException("no routes/ directory at "
                    + (home == null ? "or above the jar" : home.toString()) + "; set MIRROR_HOME to the directory of"
                    + " the checkout or the installation");
        }
        return home;
    }

    private static @Nullable Path aboveTheJar() {
        try {
            Path place = Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path directory = place.getParent(); directory != null; directory = directory.getParent()) {
                if (Files.isDirectory(directory.resolve("routes"))) {
                    return directory;
                }
            }
            return null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
