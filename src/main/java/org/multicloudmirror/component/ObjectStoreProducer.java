package org.multicloudmirror.component;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.multicloudmirror.storage.AskedPrefix;
import org.multicloudmirror.storage.BrokenDownException;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.ObjectStores;
import org.multicloudmirror.storage.Upload;

/**
 * Does one operation on the object that a header names; the result becomes the body. The
 * key is taken as it is: it is never part of a URI, an expression or a file name.
 */
final class ObjectStoreProducer extends DefaultProducer {

    private final Operation operation;
    private final String at;
    private final ObjectStores stores;

    ObjectStoreProducer(ObjectStoreEndpoint endpoint, Operation operation, String at, ObjectStores stores) {
        super(endpoint);
        this.operation = operation;
        this.at = at;
        this.stores = stores;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        try {
            operate(exchange);
        } catch (Error e) {
            throw BrokenDownException.of(e);
        }
    }

    private void operate(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        ObjectLocation where = location(message, at);
        ObjectStore store = stores.named(where.store());
        switch (operation) {
            case LIST -> {
                String from = message.getHeader(ObjectStoreConstants.CONTINUATION, String.class);
                ListingPage page = store.list(where.bucket(), where.key(), from);
                new AskedPrefix(where.key(), where.toString()).checkAll(page.entries());
                message.setBody(page);
            }
            case HEAD -> message.setBody(store.head(where.bucket(), where.key()));
            case GET -> message.setBody(store.get(where.bucket(), where.key()));
            case PUT -> put(store, where, message);
            case COPY -> copy(store, where, message);
            case UPDATE ->
                message.setBody(store.update(where.bucket(), where.key(), message.getMandatoryBody(ObjectInfo.class)));
            case DELETE -> store.delete(where.bucket(), where.key());
            case BULK_DELETE -> message.setBody(store.delete(where.bucket(), keys(message)));
        }
    }

    private ObjectLocation location(Message message, String header) {
        ObjectLocation where = message.getHeader(header, ObjectLocation.class);
        if (where == null) {
            throw new IllegalArgumentException(getEndpoint().getEndpointUri() + " needs the header " + header);
        }
        return where;
    }

    /** The body is what {@code head} tells of the source; the copy gets its metadata. */
    private void copy(ObjectStore store, ObjectLocation where, Message message) throws Exception {
        ObjectLocation source = location(message, ObjectStoreConstants.SOURCE);
        ObjectInfo as = message.getMandatoryBody(ObjectInfo.class);
        if (!store.copiesFrom(stores.named(source.store()))) {
            throw new CopyRefusedException(where + ": its store copies nothing from " + source.store() + "://", true);
        }
        message.setBody(store.copy(source, as, where.bucket(), where.key()));
    }

    private static List<String> keys(Message message) throws Exception {
        return ((List<?>) message.getMandatoryBody(List.class))
                .stream().map(String.class::cast).toList();
    }

    /** The upload's body ends here, sent or not. */
    private static void put(ObjectStore store, ObjectLocation where, Message message) throws Exception {
        Upload upload = message.getMandatoryBody(Upload.class);
        try {
            message.setBody(store.put(where.bucket(), where.key(), upload));
        } finally {
            upload.body().close();
        }
    }
}
