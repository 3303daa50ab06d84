package org.multicloudmirror.it.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.stores.Places;
import org.multicloudmirror.stores.StoreRegistry;

/** A store opened as the tool opens it: from a configuration file. */
public final class OpenStore implements AutoCloseable {

    public static final String NAME = "subject";

    private final StoreRegistry registry;

    /**
     * @param properties the store's own, without {@code mirror.stores.NAME.}
     */
    public OpenStore(Map<String, String> properties) {
        this(properties, Places.here());
    }

    /**
     * @param places where credentials may lie besides the properties
     */
    OpenStore(Map<String, String> properties, Places places) {
        Properties file = new Properties();
        properties.forEach((name, value) -> file.setProperty("mirror.stores." + NAME + "." + name, value));
        // one copy at a time: the smallest pool of connections
        file.setProperty("mirror.process", "1");
        file.setProperty("mirror.retry.delay", "1");
        // a server that never answers is waited for no longer
        file.setProperty("mirror.http.read-timeout", "20");
        registry = new StoreRegistry(new SettingsLoader().file(written(file)).load(), places);
    }

    /** As runs get it: with its decorators. */
    public ObjectStore store() {
        return registry.named(NAME);
    }

    @Override
    public void close() {
        registry.close();
    }

    private static Path written(Properties properties) {
        try {
            Path file = Files.createTempFile("store-under-test-", ".properties");
            file.toFile().deleteOnExit();
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
