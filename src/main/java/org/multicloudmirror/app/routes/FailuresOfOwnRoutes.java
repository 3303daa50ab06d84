package org.multicloudmirror.app.routes;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.RoutePolicySupport;
import org.multicloudmirror.mirror.task.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in one line what failed in a route of the user's own, instead of Camel's page. */
final class FailuresOfOwnRoutes extends RoutePolicySupport {

    private static final Logger LOG = LoggerFactory.getLogger(FailuresOfOwnRoutes.class);

    private final String file;

    private FailuresOfOwnRoutes(String file) {
        this.file = file;
    }

    /** Watches a route that is yet to be started. */
    static void watch(RouteDefinition route, RouteFile file) {
        route.routePolicy(new FailuresOfOwnRoutes(file.place()));
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure != null) {
            LOG.error("route {} of {} failed: {}", route.getRouteId(), file, Reason.of(failure), failure);
        }
    }
}
