package org.multicloudmirror.component;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.multicloudmirror.storage.ObjectLocation;

/** Reads, writes and lists objects of any configured store, and begins a route when a listing has changed. */
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "objectstore",
        title = "Object Store",
        syntax = "objectstore:operation",
        category = {Category.CLOUD, Category.FILE},
        headersClass = ObjectStoreConstants.class)
public final class ObjectStoreEndpoint extends ScheduledPollEndpoint {

    @UriPath(
            description = "What is done. changes begins a route, the others are sent to.",
            enums = "list,head,get,put,copy,update,delete,bulk-delete,changes")
    @Metadata(required = true)
    private final String operation;

    @UriParam(
            description = "STORE://bucket/prefix: the object or, with the header CamelObjectStoreKey, what its key is"
                    + " appended to; of list, bulk-delete and changes what the keys begin with.")
    private String location = "";

    @UriParam(
            label = "producer",
            description = "copy: STORE://bucket/prefix of the object that is copied; CamelObjectStoreKey is appended.")
    private String source = "";

    @UriParam(
            label = "producer,advanced",
            defaultValue = ObjectStoreConstants.LOCATION,
            description = "The header that names the object, where a message has several locations; get and head set no"
                    + " headers then.")
    private String at = ObjectStoreConstants.LOCATION;

    @UriParam(
            label = "consumer",
            defaultValue = "true",
            description =
                    "changes: whether the body is what changed, key by key; the listing before is kept in a temporary"
                            + " file for it. Else the message has the location in its header, and no body.")
    private boolean diff = true;

    private final StoreAccess stores;

    ObjectStoreEndpoint(String uri, ObjectStoreComponent component, Operation operation, StoreAccess stores) {
        super(uri, component);
        this.operation = operation.word();
        this.stores = stores;
    }

    @Override
    public Producer createProducer() {
        if (doing() == Operation.CHANGES) {
            throw new UnsupportedOperationException("objectstore:changes begins a route and cannot be sent to");
        }
        return new ObjectStoreProducer(this, doing(), stores);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (doing() != Operation.CHANGES) {
            throw new UnsupportedOperationException(
                    doing() + " cannot begin a route; objectstore:changes?location=STORE://bucket/prefix can");
        }
        ObjectLocation where = target().written();
        ListingWatch watch = diff ? new ListingDiff(where, stores) : new ListingDigest(where, stores);
        ChangesConsumer consumer = new ChangesConsumer(this, processor, watch);
        configureConsumer(consumer);
        return consumer;
    }

    /**
     * Looks at what is written in the URI.
     *
     * @throws IllegalArgumentException when it names no place, or a store that is not configured
     */
    void check() {
        if (doing() == Operation.CHANGES || !location.isEmpty()) {
            stores.check(target().written(), doing());
        }
        if (!source.isEmpty()) {
            stores.check(source().written(), doing());
        }
    }

    Target target() {
        return new Target(doing(), at, "location", location);
    }

    Target source() {
        return new Target(doing(), ObjectStoreConstants.SOURCE, "source", source);
    }

    /** Whether what is read is told in headers. */
    boolean tellsInHeaders() {
        return at.equals(ObjectStoreConstants.LOCATION);
    }

    private Operation doing() {
        return Operation.of(operation);
    }

    public String getOperation() {
        return operation;
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public boolean isDiff() {
        return diff;
    }

    public void setDiff(boolean diff) {
        this.diff = diff;
    }
}
