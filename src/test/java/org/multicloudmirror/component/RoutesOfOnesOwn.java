package org.multicloudmirror.component;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.testing.FakeStore;
import org.multicloudmirror.testing.FakeStores;

/** A Camel with routes in YAML and the stores {@code s3} and {@code cf}, each with a bucket {@code photos}. */
final class RoutesOfOnesOwn implements AutoCloseable {

    private final FakeStore s3 = new FakeStore().bucket("photos");
    private final FakeStore cf = new FakeStore().bucket("photos");
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate producer;

    RoutesOfOnesOwn() {
        this(new FakeStores());
    }

    /**
     * @param others that there are besides
     */
    RoutesOfOnesOwn(FakeStores others) {
        context.addComponent(
                "objectstore", new ObjectStoreComponent(others.with("s3", s3).with("cf", cf)));
        context.start();
        producer = context.createProducerTemplate();
    }

    FakeStore s3() {
        return s3;
    }

    FakeStore cf() {
        return cf;
    }

    DefaultCamelContext context() {
        return context;
    }

    RoutesOfOnesOwn with(String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("own.camel.yaml", yaml));
        return this;
    }

    /** A route {@code direct:go} of these steps, each an endpoint's URI. */
    RoutesOfOnesOwn steps(String... uris) throws Exception {
        StringBuilder yaml = new StringBuilder("- from:\n    uri: direct:go\n    steps:\n");
        for (String uri : uris) {
            yaml.append("      - to: '").append(uri).append("'\n");
        }
        return with(yaml.toString());
    }

    /** What becomes of a message, whether it fails or not. */
    Exchange send(String endpoint, @Nullable Object body, Map<String, Object> headers) {
        return producer.send(endpoint, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    /** The same for a route of {@link #steps}, and an object. */
    Exchange go(Object body, String key) {
        return send("direct:go", body, Map.of(ObjectStoreConstants.KEY, key));
    }

    /** The same without a key. */
    Exchange go(@Nullable Object body) {
        return send("direct:go", body, Map.of());
    }

    @Override
    public void close() {
        context.stop();
    }
}
