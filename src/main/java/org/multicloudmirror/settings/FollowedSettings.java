package org.multicloudmirror.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Settings that may be changed while the program runs, in the configuration files that it read. What is written last
 * wins: a value that has changed in a file since counts more than an option. For one thread.
 */
public final class FollowedSettings {

    private final Settings begun;
    private final Set<Setting> followed;
    private final Map<String, Settings.Value> atFirst;
    private final Set<String> touched = new HashSet<>();

    /**
     * Reads the files for the first time, to know later what has changed.
     *
     * @param begun what the program began with
     * @throws InvalidSettingException when a file cannot be read
     */
    public FollowedSettings(Settings begun, Set<Setting> followed) {
        this.begun = begun;
        this.followed = Set.copyOf(followed);
        this.atFirst = written();
    }

    /**
     * The settings as they are now.
     *
     * @throws InvalidSettingException when a file cannot be read, or a value not be used
     */
    public Settings now() {
        Map<String, Settings.Value> written = written();
        written.forEach((name, value) -> {
            if (!value.equals(atFirst.get(name))) {
                touched.add(name);
            }
        });
        written.keySet().retainAll(touched);
        return begun.with(written);
    }

    /**
     * What the files say of these settings; later ones win. A file that is gone says nothing, and a pipe cannot be read
     * again.
     */
    private Map<String, Settings.Value> written() {
        Map<String, Settings.Value> written = new HashMap<>();
        for (Path file : begun.files().stream().filter(Files::isRegularFile).toList()) {
            Properties read = SettingsLoader.read(file);
            for (Setting setting : followed) {
                String text = read.getProperty(setting.property());
                if (text != null) {
                    written.put(setting.property(), value(setting.property(), text.strip(), file.toString()));
                }
            }
        }
        return written;
    }

    private static Settings.Value value(String name, String text, String origin) {
        if (!SecretFile.isReference(text)) {
            return new Settings.Value(text, origin);
        }
        Path file = SecretFile.path(text);
        return new Settings.Value(SecretFile.read(file, name, origin), file + ", named by " + origin);
    }
}
