package org.multicloudmirror.component;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ObjectStores;

/** {@code objectstore:OPERATION}: the objects of any configured store. */
@Component("objectstore")
public final class ObjectStoreComponent extends DefaultComponent {

    @Metadata(autowired = true, description = "The stores that locations name.")
    private @Nullable ObjectStores stores;

    public ObjectStoreComponent() {}

    public ObjectStoreComponent(ObjectStores stores) {
        this.stores = stores;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Operation operation = Operation.of(remaining);
        if (stores == null) {
            throw new IllegalStateException("objectstore has no stores; bind an ObjectStores to Camel's registry");
        }
        ObjectStoreEndpoint endpoint = new ObjectStoreEndpoint(uri, this, operation, new StoreAccess(stores));
        setProperties(endpoint, parameters);
        endpoint.check();
        return endpoint;
    }

    public @Nullable ObjectStores getStores() {
        return stores;
    }

    public void setStores(@Nullable ObjectStores stores) {
        this.stores = stores;
    }
}
