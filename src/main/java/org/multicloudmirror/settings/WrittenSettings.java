package org.multicloudmirror.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.multicloudmirror.rotation.Origin;

/**
 * Settings of which some are read again from where they were written: the file of a secret, and the configuration file
 * that has it or names it. For one thread at a time.
 */
public final class WrittenSettings implements Origin<Settings> {

    private final Set<String> names;
    private Settings current;

    /**
     * @param begun what the program began with
     * @param names the properties to read again
     */
    public WrittenSettings(Settings begun, Set<String> names) {
        this.current = begun;
        this.names = Set.copyOf(names);
    }

    /** The settings as they were read last. */
    public Settings current() {
        return current;
    }

    @Override
    public List<Path> files() {
        return names.stream()
                .sorted()
                .flatMap(name -> current.value(name).stream())
                .flatMap(value -> Stream.of(value.written(), value.secret()))
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    /**
     * The settings as they are written now. A property that has gone from its file stays as it was.
     *
     * @throws InvalidSettingException when a file cannot be read, or has nothing where there was a secret
     */
    @Override
    public Settings read() {
        Map<String, Settings.Value> found = new LinkedHashMap<>();
        Map<Path, Properties> read = new LinkedHashMap<>();
        for (String name : names) {
            current.value(name).ifPresent(value -> found.put(name, again(name, value, read)));
        }
        current = current.with(found);
        return current;
    }

    private static Settings.Value again(String name, Settings.Value value, Map<Path, Properties> read) {
        Path written = value.written();
        Path secret = value.secret();
        if (written == null) {
            return secret == null ? value : value.of(secret(name, secret, value.origin()));
        }
        Properties properties = read.computeIfAbsent(written, SettingsLoader::read);
        String text = properties.getProperty(name);
        if (text == null) {
            return secret == null ? value : value.of(secret(name, secret, value.origin()));
        }
        if (!SecretFile.isReference(text.strip())) {
            return new Settings.Value(text.strip(), written.toString(), written, null);
        }
        Path named = SecretFile.path(text.strip());
        String origin = named + ", named by " + written;
        return new Settings.Value(secret(name, named, written.toString()), origin, written, named);
    }

    private static String secret(String name, Path file, String origin) {
        String text = SecretFile.read(file, name, origin);
        if (text.isEmpty()) {
            throw new InvalidSettingException(file + ", the file of " + name + ", is empty; write the value there");
        }
        return text;
    }
}
