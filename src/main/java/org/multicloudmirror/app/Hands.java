package org.multicloudmirror.app;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Ordered;
import org.apache.camel.Route;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.work.InHand;

/**
 * What the routes have that take from the queues between the stages: a message is in hand from the beginning of its
 * exchange, whatever step is the first, until nothing more is done for it.
 */
final class Hands implements RoutePolicyFactory {

    private final InHand<CopyTask> tasks = new InHand<>();
    private final InHand<KeyRange> ranges = new InHand<>();

    InHand<CopyTask> tasks() {
        return tasks;
    }

    InHand<KeyRange> ranges() {
        return ranges;
    }

    @Override
    public @Nullable RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode node) {
        if (!(node instanceof RouteDefinition route) || route.isCreatedFromTemplate()) {
            return null;
        }
        String from = route.getEndpointUrl();
        if (new StageQueue(camel, StageQueue.TASKS).is(from)) {
            return new Holding<>(CopyTask.class, tasks);
        }
        return new StageQueue(camel, StageQueue.RANGES).is(from) ? new Holding<>(KeyRange.class, ranges) : null;
    }

    /** Has each message of a route in hand. */
    private static final class Holding<T> extends RoutePolicySupport {

        private final Class<T> type;
        private final InHand<T> inHand;

        Holding(Class<T> type, InHand<T> inHand) {
            this.type = type;
            this.inHand = inHand;
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            Object body = exchange.getMessage().getBody();
            if (type.isInstance(body)) {
                exchange.getExchangeExtension().addOnCompletion(new Release(inHand.hold(type.cast(body))));
            }
        }
    }

    /** Lets go when all else is done. */
    private static final class Release extends SynchronizationAdapter {

        private final InHand.Held<?> held;

        Release(InHand.Held<?> held) {
            this.held = held;
        }

        @Override
        public void onDone(Exchange exchange) {
            held.close();
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST;
        }
    }
}
