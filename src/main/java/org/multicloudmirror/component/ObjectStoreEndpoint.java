package org.multicloudmirror.component;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.multicloudmirror.storage.ObjectStores;

/** One operation on the stores. */
final class ObjectStoreEndpoint extends DefaultEndpoint {

    private final Operation operation;
    private final ObjectStores stores;

    ObjectStoreEndpoint(String uri, ObjectStoreComponent component, Operation operation, ObjectStores stores) {
        super(uri, component);
        this.operation = operation;
        this.stores = stores;
    }

    @Override
    public Producer createProducer() {
        return new ObjectStoreProducer(this, operation, stores);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                getEndpointUri() + " cannot begin a route; objectstore:changes?location=STORE://bucket/prefix can");
    }
}
