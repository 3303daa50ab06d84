package org.multicloudmirror.component;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.multicloudmirror.storage.BrokenDownException;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.StorePages;

/** Does one operation on what a message is about; the result becomes the body. */
final class ObjectStoreProducer extends DefaultProducer {

    private final Operation operation;
    private final Target target;
    private final boolean tellsInHeaders;
    private final StoreAccess stores;
    private final Writing writing;

    ObjectStoreProducer(ObjectStoreEndpoint endpoint, Operation operation, StoreAccess stores) {
        super(endpoint);
        this.operation = operation;
        this.target = endpoint.target();
        this.tellsInHeaders = endpoint.tellsInHeaders();
        this.stores = stores;
        this.writing = new Writing(endpoint.source(), stores, tellsInHeaders);
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
        boolean isOfMany = operation == Operation.LIST || operation == Operation.BULK_DELETE;
        ObjectLocation where = isOfMany ? target.prefix(message) : target.object(message);
        ObjectStore store = stores.of(where, operation);
        switch (operation) {
            case LIST ->
                message.setBody(
                        new ListedEntries(new StorePages(store, where.bucket(), where.key(), where.toString())));
            case HEAD -> head(store.head(where.bucket(), where.key()), message);
            case GET -> get(store.get(where.bucket(), where.key()), exchange);
            case PUT -> message.setBody(writing.put(store, where, message));
            case COPY -> message.setBody(writing.copy(store, where, message));
            case UPDATE -> message.setBody(writing.update(store, where, message));
            case DELETE -> store.delete(where.bucket(), where.key());
            case BULK_DELETE ->
                message.setBody(store.delete(where.bucket(), BulkKeys.of(message.getBody(), where.key())));
            case CHANGES -> throw new IllegalStateException(operation + " is not sent to");
        }
    }

    private void head(ObjectInfo info, Message message) {
        message.setBody(info);
        if (tellsInHeaders) {
            ObjectHeaders.tell(info, message);
        }
    }

    private void get(ObjectContent content, Exchange exchange) {
        Message message = exchange.getMessage();
        message.setBody(content);
        if (tellsInHeaders) {
            exchange.getExchangeExtension().addOnCompletion(new ClosedAtTheEnd(content));
            ObjectHeaders.tell(content.info(), message);
        }
    }
}
