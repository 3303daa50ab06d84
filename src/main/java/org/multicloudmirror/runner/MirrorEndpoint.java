package org.multicloudmirror.runner;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.multicloudmirror.mirror.options.RunMode;

/** Starts runs of one mode. */
final class MirrorEndpoint extends DefaultEndpoint {

    private final String name;
    private final RunMode mode;
    private final GivenOptions options;

    /**
     * @param name what a route calls it, without its options
     * @param options what the URI says
     */
    MirrorEndpoint(String uri, MirrorComponent component, String name, RunMode mode, GivenOptions options) {
        super(uri, component);
        this.name = name;
        this.mode = mode;
        this.options = options;
    }

    /** What a route calls it, without its options. */
    String name() {
        return name;
    }

    RunMode mode() {
        return mode;
    }

    GivenOptions options() {
        return options;
    }

    @Override
    public Producer createProducer() {
        return new MirrorProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                getEndpointUri() + " cannot begin a route; timer:, quartz: and objectstore:changes can");
    }
}
