package org.multicloudmirror.app;

import java.util.Set;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.support.PropertyBindingSupport;

/** Sees to it that no web service that a route calls can keep it waiting for ever: Camel's own limit is none. */
final class HttpTimeouts implements ComponentCustomizer {

    private static final Set<String> COMPONENTS = Set.of("http", "https");
    private static final String CONNECT_MILLIS = "10000";
    private static final String RESPONSE_MILLIS = "60000";

    @Override
    public boolean isEnabled(String name, Component target) {
        return COMPONENTS.contains(name);
    }

    @Override
    public void configure(String name, Component target) {
        PropertyBindingSupport.build()
                .withCamelContext(target.getCamelContext())
                .withTarget(target)
                .withProperty("connectTimeout", CONNECT_MILLIS)
                .withProperty("responseTimeout", RESPONSE_MILLIS)
                .bind();
    }
}
