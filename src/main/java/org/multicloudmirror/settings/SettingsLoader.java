package org.multicloudmirror.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Merges the places that a setting may come from, later ones over earlier: the defaults,
 * {@code config/application.properties}, each {@code --config} file, the environment, the command line.
 */
public final class SettingsLoader {

    private final Map<String, Settings.Value> values = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private boolean hasNotices;
    private boolean isSilentOnSecrets;

    /** The two stores that are there out of the box. */
    public SettingsLoader() {
        values.put("mirror.stores.s3.driver", new Settings.Value("s3", "the default"));
        values.put("mirror.stores.cf.driver", new Settings.Value("jclouds", "the default"));
    }

    /**
     * Adds a properties file in UTF-8.
     *
     * @throws InvalidSettingException when it cannot be read or holds an unknown setting
     */
    public SettingsLoader file(Path file) {
        String text = text(file);
        Properties read = parsed(file, text);
        files.add(file);
        Path again = readableAgain(file);
        for (String name : read.stringPropertyNames()) {
            String value = read.getProperty(name).strip();
            if (SettingName.isSecret(name, value) && !value.isEmpty() && !SecretFile.isReference(value)) {
                warnOf(file);
            }
            if (value.indexOf('#') >= 0) {
                TrailingComment.warning(name, value, file.toString(), text).ifPresent(warnings::add);
            }
            add(name, value, file.toString(), again);
        }
        return this;
    }

    /** No secret will be used: who else can read one is not told. */
    public SettingsLoader silentOnSecrets() {
        isSilentOnSecrets = true;
        return this;
    }

    private void warnOf(Path secret) {
        if (!isSilentOnSecrets) {
            SecretFile.warning(secret).filter(w -> !warnings.contains(w)).ifPresent(warnings::add);
        }
    }

    /** Adds {@code config/application.properties} as it is inside the jar. */
    public SettingsLoader shipped() {
        Properties read = new Properties();
        try (InputStream in = SettingsLoader.class.getResourceAsStream("/config/application.properties")) {
            read.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read.stringPropertyNames()
                .forEach(name -> add(name, read.getProperty(name).strip(), "the default"));
        return this;
    }

    /** Adds the variables that name a setting or a store's property. */
    public SettingsLoader environment(Map<String, String> environment) {
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null) {
                add(setting.property(), value, "the environment variable " + setting.variable());
            }
        }
        environment.forEach((variable, value) -> {
            SettingName.ofVariable(variable)
                    .ifPresentOrElse(
                            name -> add(name, value, "the environment variable " + variable),
                            () -> UnknownVariable.warning(variable).ifPresent(warnings::add));
        });
        return this;
    }

    /**
     * Adds an option of the command line.
     *
     * @throws InvalidSettingException when it has no value, and would be off: a variable of a script that is not set must
     *     not widen what a run does
     */
    public SettingsLoader option(String option, Setting setting, String value) {
        if (value.isEmpty() && setting.defaultValue().isEmpty()) {
            throw empty(option);
        }
        add(setting.property(), value, option);
        return this;
    }

    /** Of an option that has nothing as its value. */
    public static InvalidSettingException empty(String option) {
        return new InvalidSettingException(option + " is empty; give it a value, or leave it out");
    }

    /**
     * The merged settings.
     *
     * @throws InvalidSettingException when one of them is not what it must be
     */
    public Settings load() {
        Settings settings = new Settings(values, warnings, files);
        return hasNotices ? settings.warning(new NoticeSettings(settings).warnings()) : settings;
    }

    /**
     * What a properties file in UTF-8 holds.
     *
     * @throws InvalidSettingException when it cannot be read
     */
    static Properties read(Path file) {
        return parsed(file, text(file));
    }

    private static String text(Path file) {
        try {
            return FileText.read(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Properties parsed(Path file, String text) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(text));
            return read;
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    private static InvalidSettingException unreadable(Path file, Exception failure) {
        return new InvalidSettingException("the configuration file " + file + " cannot be read ("
                + FileProblem.words(failure) + "); name an existing properties file");
    }

    private void add(String name, String text, String origin) {
        add(name, text, origin, null);
    }

    private void add(String name, String text, String origin, @Nullable Path written) {
        if (SettingName.isNotice(name)) {
            NoticeSettings.warning(text).ifPresent(warnings::add);
            values.put(name, new Settings.Value(text, origin));
            hasNotices = true;
            return;
        }
        boolean isOurs = name.startsWith("mirror.");
        if (isOurs) {
            SettingName.check(name, origin);
        }
        boolean isRead = isOurs || name.startsWith("camel.component.aws2-s3.");
        if (isRead && SecretFile.isReference(text)) {
            Path file = SecretFile.path(text);
            String content = SecretFile.read(file, name, origin);
            String place = file + ", named by " + origin;
            values.put(name, new Settings.Value(content, place, written, readableAgain(file)));
            if (SettingName.isSecret(name, content)) {
                warnOf(file);
            }
        } else {
            values.put(name, new Settings.Value(text, origin, written, null));
        }
    }

    /** A pipe is empty once it was read. */
    private static @Nullable Path readableAgain(Path file) {
        return Files.isRegularFile(file) ? file : null;
    }
}
