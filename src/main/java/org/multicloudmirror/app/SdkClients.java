package org.multicloudmirror.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.support.DefaultRegistry;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ObjectStores;
import org.multicloudmirror.storage.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The beans {@code mirror.NAME} for routes with Camel's own {@code aws2-s3}: an S3 client for each store that has one, made
 * when it is first looked up. Where there is one such store, {@code aws2-s3} finds its client by itself.
 */
final class SdkClients implements BeanRepository {

    private static final String PREFIX = "mirror.";

    /** By name: nothing of the SDK is loaded for who does not ask for it. */
    private static final String TYPE = "software.amazon.awssdk.services.s3.S3Client";

    private static final Logger LOG = LoggerFactory.getLogger(SdkClients.class);

    private final Map<String, Supplier<Object>> clients;

    private SdkClients(Map<String, Supplier<Object>> clients) {
        this.clients = clients;
    }

    /** Has Camel look here, too, once it is there. */
    static void bind(Main main, ObjectStores stores) {
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport support) {
                main.getCamelContext()
                        .getRegistry(DefaultRegistry.class)
                        .addBeanRepository(new SdkClients(stores.sdkClients()));
            }
        });
    }

    @Override
    public @Nullable Object lookupByName(String name) {
        Supplier<Object> client = name.startsWith(PREFIX) ? clients.get(name.substring(PREFIX.length())) : null;
        return client == null ? null : client.get();
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        Object client = lookupByName(name);
        return type.isInstance(client) ? type.cast(client) : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        Map<String, T> found = new LinkedHashMap<>();
        // of several, none would be taken: they need not be made
        if (clients.size() == 1 && type.getName().equals(TYPE)) {
            clients.forEach((store, client) -> add(store, client, type, found));
        }
        return found;
    }

    /** A store that is not set up leaves it to the route to say how to log in. */
    private static <T> void add(String store, Supplier<Object> client, Class<T> type, Map<String, T> found) {
        try {
            found.put(PREFIX + store, type.cast(client.get()));
        } catch (StoreException e) {
            LOG.debug("no client of store {} is offered to aws2-s3: {}", store, e.getMessage());
        }
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return Set.copyOf(findByTypeWithName(type).values());
    }
}
