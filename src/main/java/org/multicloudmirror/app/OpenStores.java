package org.multicloudmirror.app;

import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.stores.StoreRegistry;

/** The configured stores alone: commands that only look need no routes, and start without them. */
public final class OpenStores implements AutoCloseable {

    private final StoreRegistry registry;

    public OpenStores(Settings settings) {
        this.registry = new StoreRegistry(settings);
    }

    /**
     * The store of a name that is configured.
     *
     * @throws StoreException when its settings are incomplete or wrong
     */
    public ObjectStore named(String name) {
        return registry.named(name);
    }

    @Override
    public void close() {
        registry.close();
    }
}
