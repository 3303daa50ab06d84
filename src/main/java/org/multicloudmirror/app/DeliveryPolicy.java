package org.multicloudmirror.app;

import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.delivery.DeliveryObserver;

/**
 * Tells of each report that a route has delivered: a route with the error handling of report routes that sent it to
 * somewhere outside, or has nothing to send it with. What failed is told by that error handling itself.
 */
final class DeliveryPolicy implements RoutePolicyFactory {

    private static final String CONFIGURATION = "report-errors";

    /** It tries again in its own way. */
    private static final String NOTICE = "mirror-notice";

    private final DeliveryObserver observer;

    DeliveryPolicy(DeliveryObserver observer) {
        this.observer = observer;
    }

    @Override
    public @Nullable RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode node) {
        if (!(node instanceof RouteDefinition route)
                || !(CONFIGURATION.equals(route.getRouteConfigurationId()) || routeId.equals(NOTICE))) {
            return null;
        }
        observer.watched(routeId);
        return new Telling(sends(route));
    }

    private static boolean sends(RouteDefinition route) {
        return Stream.of(ToDefinition.class, ToDynamicDefinition.class)
                .anyMatch(step -> !ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), step)
                        .isEmpty());
    }

    private final class Telling extends RoutePolicySupport {

        private final boolean sends;

        Telling(boolean sends) {
            this.sends = sends;
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            // of the route before
            exchange.removeProperty(ExchangePropertyKey.TO_ENDPOINT);
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            boolean hasFailed = exchange.getException() != null
                    || exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT) != null;
            if (!hasFailed && (!sends || isOutside(exchange))) {
                observer.delivered(route.getRouteId());
            }
        }

        /** Another route of this process delivers by itself, and nothing was sent where a filter held it back. */
        private static boolean isOutside(Exchange exchange) {
            String last = exchange.getProperty(ExchangePropertyKey.TO_ENDPOINT, "", String.class);
            return !last.isEmpty() && !last.startsWith("direct:") && !last.startsWith("seda:");
        }
    }
}
