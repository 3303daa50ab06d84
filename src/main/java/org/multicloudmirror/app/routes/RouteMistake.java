package org.multicloudmirror.app.routes;

import java.io.IOException;
import java.util.Optional;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.settings.FileProblem;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What keeps a file of routes from being used, in one line: file, line, route, problem, remedy. */
final class RouteMistake {

    private RouteMistake() {}

    /** The line. */
    static String in(RouteFile file, Throwable failure) {
        RouteText text;
        try {
            text = new RouteText(file.text());
        } catch (IOException e) {
            return file.place() + " cannot be read (" + FileProblem.words(e) + "); mend it, or take it away";
        }
        MarkedYamlEngineException form = cause(failure, MarkedYamlEngineException.class);
        if (form != null) {
            int line = form.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            return line(file, line, text.routeAt(line), problem(form) + "; mend the line");
        }
        RouteProblem problem = RouteProblem.of(failure);
        Optional<String> id = routeId(failure);
        int beginning = id.flatMap(text::lineOf).orElse(1);
        int line = problem.written().isEmpty()
                ? beginning
                : text.lineWith(problem.written(), beginning).orElse(beginning);
        return line(file, line, id.or(() -> text.routeAt(line)), problem.problem() + "; " + problem.remedy());
    }

    private static String line(RouteFile file, int line, Optional<String> route, String rest) {
        return file.place() + ":" + line + ": "
                + route.map(id -> "route " + id + ": ").orElse("") + rest;
    }

    private static String problem(MarkedYamlEngineException failure) {
        String context = failure.getContext();
        String problem = failure.getProblem();
        return (context == null || context.isEmpty() ? problem : context + ", " + problem).replaceAll("\\s+", " ");
    }

    /** The route that Camel was at. */
    static Optional<String> routeId(Throwable failure) {
        FailedToCreateRouteException created = cause(failure, FailedToCreateRouteException.class);
        if (created != null) {
            return Optional.ofNullable(created.getRouteId());
        }
        return Optional.ofNullable(cause(failure, FailedToStartRouteException.class))
                .map(FailedToStartRouteException::getRouteId);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
