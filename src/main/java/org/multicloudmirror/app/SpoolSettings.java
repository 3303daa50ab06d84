package org.multicloudmirror.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.multicloudmirror.mirror.copy.Spool;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** Where objects are spooled that cannot be passed on as they come. */
final class SpoolSettings {

    private SpoolSettings() {}

    /**
     * The spool in the directory of {@code tmpfile}, or in that for temporary files.
     *
     * @throws InvalidSettingException when there is no such directory
     */
    static Spool of(Settings settings) {
        String named = settings.text(Setting.TMPFILE);
        Path place = Path.of(named.isEmpty() ? System.getProperty("java.io.tmpdir") : named)
                .toAbsolutePath();
        boolean isDirectory = Files.isDirectory(place);
        Path directory = isDirectory ? place : place.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw settings.invalid(Setting.TMPFILE, named, "a directory that exists, or a file in one");
        }
        return new Spool(directory, isDirectory ? "multi-cloud-mirror-" : place.getFileName() + "-");
    }
}
