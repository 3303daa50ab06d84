package org.multicloudmirror.component;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.multicloudmirror.storage.ObjectStores;

/** One operation on the stores. */
final class ObjectStoreEndpoint extends DefaultEndpoint {

    private final Operation operation;
    private final String at;
    private final ObjectStores stores;

    /**
     * @param at the header that names the object
     */
    ObjectStoreEndpoint(
            String uri, ObjectStoreComponent component, Operation operation, String at, ObjectStores stores) {
        super(uri, component);
        this.operation = operation;
        this.at = at;
        this.stores = stores;
    }

    @Override
    public Producer createProducer() {
        return new ObjectStoreProducer(this, operation, at, stores);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                getEndpointUri() + " cannot begin a route; objectstore:changes?location=STORE://bucket/prefix can");
    }
}
