package org.multicloudmirror.app;

import java.util.List;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps routes from starting that begin by themselves, such as by a timer or a file: they belong to the service. A single
 * run, a check and a validation start those that others call.
 */
final class CalledRoutesOnly extends ModelLifecycleStrategySupport {

    /** How the inputs of routes begin that are called; the queues of the shipped ones may be any endpoint. */
    private static final List<String> CALLED = List.of("direct:", "seda:", "{{mirror.");

    private static final Logger LOG = LoggerFactory.getLogger(CalledRoutesOnly.class);

    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        String from =
                route.getInput() == null ? "" : String.valueOf(route.getInput().getUri());
        if (!Boolean.TRUE.equals(route.isTemplate()) && CALLED.stream().noneMatch(from::startsWith)) {
            route.setAutoStartup("false");
            LOG.debug("the route {} begins by itself; serve runs it", route.getRouteId());
        }
    }
}
