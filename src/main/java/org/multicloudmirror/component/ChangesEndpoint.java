package org.multicloudmirror.component;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStores;

/** {@code objectstore:changes?location=STORE://bucket/prefix}: begins a route when a listing is not what it was. */
final class ChangesEndpoint extends ScheduledPollEndpoint {

    private final ObjectLocation location;
    private final ObjectStores stores;

    ChangesEndpoint(String uri, ObjectStoreComponent component, ObjectLocation location, ObjectStores stores) {
        super(uri, component);
        this.location = location;
        this.stores = stores;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("objectstore:changes begins a route and cannot be sent to");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        ChangesConsumer consumer = new ChangesConsumer(this, processor, location, stores);
        configureConsumer(consumer);
        return consumer;
    }
}
