package org.multicloudmirror.app.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the files. The beans and configurations of all are there before any route is. Those that the program needs are
 * started with Camel, or it does not start; the others are added one by one, and one that cannot be used is left out.
 */
public final class RouteLoading implements RoutesBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(RouteLoading.class);

    private final List<RouteFile> files;
    private final Map<RouteFile, RoutesBuilder> loaded = new LinkedHashMap<>();
    private final Map<String, RouteFile> routes = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    /** What is done with a file. */
    private interface Step {
        void with(RouteFile file) throws Exception;
    }

    public RouteLoading(RouteFiles files) {
        this.files = files.all();
    }

    @Override
    public void addRoutesToCamelContext(CamelContext context) {
        addConfigurations(context);
        needed().forEach(each -> attempt(each, file -> addRoutes(context, file)));
    }

    @Override
    public void addTemplatedRoutesToCamelContext(CamelContext context) {
        needed().forEach(each -> attempt(each, file -> context.addTemplatedRoutes(builder(file))));
    }

    private List<RouteFile> needed() {
        return loaded.keySet().stream().filter(RouteFile::isNeeded).toList();
    }

    private void addConfigurations(CamelContext context) {
        files.forEach(each -> attempt(each, file -> {
            for (RoutesBuilder builder : builders(context, file)) {
                if (builder instanceof RouteConfigurationsBuilder configurations) {
                    context.addRoutesConfigurations(configurations);
                }
                loaded.put(file, builder);
            }
        }));
    }

    private static Collection<RoutesBuilder> builders(CamelContext context, RouteFile file) throws Exception {
        String location = file.path().map(path -> "file:" + path).orElse("classpath:routes/" + file.name());
        return PluginHelper.getRoutesLoader(context)
                .findRoutesBuilders(ResourceHelper.fromString(location, file.text()));
    }

    /** Adds those that Camel has started without. */
    public void addOthers(CamelContext context) {
        List<RouteFile> others =
                loaded.keySet().stream().filter(file -> !file.isNeeded()).toList();
        for (RouteFile other : others) {
            Set<String> before = ids(context);
            int complaints = leftOut.size();
            attempt(other, file -> {
                addRoutes(context, file);
                context.addTemplatedRoutes(builder(file));
            });
            if (leftOut.size() > complaints) {
                Set<String> half = ids(context);
                half.removeAll(before);
                half.forEach(id -> remove(context, id));
            }
        }
    }

    private void addRoutes(CamelContext context, RouteFile file) throws Exception {
        RoutesBuilder builder = builder(file);
        if (builder instanceof RouteBuilder described) {
            for (RouteDefinition route : described.configureRoutes(context).getRoutes()) {
                String id = route.getRouteId();
                RouteFile taken = id == null ? null : routes.putIfAbsent(id, file);
                if (taken != null) {
                    throw new DuplicateRouteException(id, taken.equals(file) ? "this file" : taken.place());
                }
                if (!file.isNeeded()) {
                    FailuresOfOwnRoutes.watch(route, file);
                }
            }
        }
        context.addRoutes(builder);
    }

    private RoutesBuilder builder(RouteFile file) {
        return Objects.requireNonNull(loaded.get(file));
    }

    private static Set<String> ids(CamelContext context) {
        Set<String> ids = new HashSet<>();
        context.getRoutes().stream().map(Route::getRouteId).forEach(ids::add);
        return ids;
    }

    private static void remove(CamelContext context, String id) {
        try {
            context.getRouteController().stopRoute(id, 1, TimeUnit.SECONDS);
            context.removeRoute(id);
        } catch (Exception e) {
            LOG.debug("route {} of a file that is left out", id, e);
        }
    }

    private void attempt(RouteFile file, Step step) {
        try {
            step.with(file);
        } catch (Exception | LinkageError e) {
            LOG.debug("{}", file.place(), e);
            String mistake = RouteMistake.in(file, e);
            if (file.isNeeded()) {
                throw new RouteMistakeException(mistake);
            }
            leftOut.add(mistake);
            LOG.warn("{}; until then the file is left out", mistake);
        }
    }

    /** The files that are left out: what keeps each from being used. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** What keeps Camel from starting; empty when that is in no file. */
    public Optional<String> mistake(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RouteMistakeException) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return RouteMistake.routeId(failure)
                .flatMap(id -> Optional.ofNullable(routes.get(id)))
                .map(file -> RouteMistake.in(file, failure));
    }

    @Override
    public Set<String> updateRoutesToCamelContext(CamelContext context) {
        throw new UnsupportedOperationException("the routes are read when the program starts");
    }
}
