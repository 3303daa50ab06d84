package org.multicloudmirror.app.routes;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.task.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in one line what failed in a route of the user's own, instead of Camel's page. */
final class FailuresOfOwnRoutes extends RoutePolicySupport {

    private static final Logger LOG = LoggerFactory.getLogger(FailuresOfOwnRoutes.class);

    private static final String TOLD = "MirrorFailureTold";

    private final String file;

    private FailuresOfOwnRoutes(String file) {
        this.file = file;
    }

    /** Watches a route that is yet to be started. */
    static void watch(RouteDefinition route, RouteFile file) {
        route.routePolicy(new FailuresOfOwnRoutes(file.place()));
    }

    @Override
    public void onStart(Route route) {
        if (route.getConsumer() instanceof DefaultConsumer consumer) {
            consumer.setExceptionHandler(new NotTwice(consumer.getExceptionHandler()));
        }
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure != null) {
            // the route is the user's, and its stack trace helps nobody but who asks for it
            LOG.atError()
                    .setCause(LOG.isDebugEnabled() ? failure : null)
                    .log("route {} of {} failed: {}", route.getRouteId(), file, Reason.of(failure));
            exchange.setProperty(TOLD, failure);
        }
    }

    /** What begins a route, such as a timer, would tell of the same failure once more. */
    private static final class NotTwice implements ExceptionHandler {

        private final ExceptionHandler camels;

        NotTwice(ExceptionHandler camels) {
            this.camels = camels;
        }

        @Override
        public void handleException(Throwable exception) {
            camels.handleException(exception);
        }

        @Override
        public void handleException(String message, Throwable exception) {
            camels.handleException(message, exception);
        }

        @Override
        public void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
            if (exchange == null || exchange.getProperty(TOLD) == null) {
                camels.handleException(message, exchange, exception);
            }
        }
    }
}
