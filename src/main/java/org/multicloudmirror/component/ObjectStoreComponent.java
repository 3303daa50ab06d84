package org.multicloudmirror.component;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.multicloudmirror.storage.ObjectStores;

/** {@code objectstore:OPERATION}: any configured store, by the location that the message names. */
public final class ObjectStoreComponent extends DefaultComponent {

    private final ObjectStores stores;

    public ObjectStoreComponent(ObjectStores stores) {
        this.stores = stores;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new ObjectStoreEndpoint(uri, this, Operation.of(remaining), stores);
    }
}
