package org.multicloudmirror.app.routes;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.ExpressionIllegalSyntaxException;
import org.apache.camel.ResolveEndpointFailedException;
import org.multicloudmirror.mirror.task.Reason;

/**
 * What is wrong with a route, beyond the form of its file.
 *
 * @param problem what it is, in words of this program
 * @param remedy what to do
 * @param written what is written where it is wrong; empty when that is not known
 */
record RouteProblem(String problem, String remedy, String written) {

    private static final String LIB =
            "mend the name, or put the jars of Camel's component into lib/, such as by" + " ./mirror add camel-$1";

    /** What Camel says, and what is said instead: {@code $1} is what the pattern found. */
    private record Known(Pattern message, RouteProblem problem) {

        Known(String message, String problem, String remedy, String written) {
            this(Pattern.compile(message), new RouteProblem(problem, remedy, written));
        }

        Optional<RouteProblem> in(String text) {
            Matcher found = message.matcher(text);
            return found.find() ? Optional.of(problem.about(found.group(1))) : Optional.empty();
        }
    }

    private static final List<Known> KNOWN = List.of(
            new Known("No component found with scheme: ([^\\s:]+)", "there is no component \"$1\"", LIB, "$1:"),
            new Known("No endpoint could be found for: ([^\\s:]+)", "there is no component \"$1\"", LIB, "$1:"),
            new Known("No language could be found for: (\\S+)", "there is no language \"$1\"", LIB, "$1"),
            new Known(
                    "Data format '([^']+)' could not be created",
                    "there is no data format \"$1\"",
                    "mend the name, or put the jars of Camel's component into lib/",
                    ""),
            new Known(
                    "Unknown parameters=\\[\\{?([^=,}]+)", "its endpoint has no option \"$1\"", "mend the name", "$1"),
            new Known(
                    "No bean could be found in the registry for: (\\S+)",
                    "there is no bean \"$1\"",
                    "mend the name, or declare it in a beans section",
                    "$1"),
            new Known(
                    "Property with key \\[([^]]+)]",
                    "there is no property \"$1\"",
                    "mend the name, set it in a --config file, or write what to take without: {{$1:...}}",
                    "{{$1"),
            new Known(
                    "Multiple consumers for the same endpoint is not allowed: ([^\\s:]+)",
                    "another route begins at its endpoint",
                    "write another uri in from",
                    "$1:"),
            new Known(
                    "Cannot find RouteTemplate with id (\\S+)",
                    "there is no routeTemplate \"$1\"",
                    "mend routeTemplateRef",
                    "$1"),
            new Known(
                    "Route configuration already exists with id: (\\S+)",
                    "another file has a routeConfiguration \"$1\"",
                    "write another id",
                    "$1"),
            new Known("Resource is (empty)", "it is $1", "write a route, or take the file away", ""));

    /** What keeps a route from being loaded or started. */
    static RouteProblem of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LinkageError) {
                return new RouteProblem(
                        Reason.of(cause), "./mirror add puts a component there with all it needs", endpoint(failure));
            }
            if (cause instanceof DuplicateRouteException duplicate) {
                return new RouteProblem(Reason.of(cause), "write another", duplicate.id());
            }
            if (cause instanceof ClassNotFoundException) {
                String name = String.valueOf(cause.getMessage());
                return new RouteProblem("there is no class " + name, "mend the name, or put its jar into lib/", name);
            }
            if (cause instanceof ExpressionIllegalSyntaxException syntax) {
                return new RouteProblem(Reason.of(cause), "mend the expression", syntax.getExpression());
            }
            String message = String.valueOf(cause.getMessage());
            Optional<RouteProblem> known =
                    KNOWN.stream().flatMap(each -> each.in(message).stream()).findFirst();
            if (known.isPresent()) {
                return known.get();
            }
        }
        return new RouteProblem(Reason.of(failure), "mend it, or take the file away", endpoint(failure));
    }

    private RouteProblem about(String found) {
        return new RouteProblem(
                problem.replace("$1", found), remedy.replace("$1", found), written.replace("$1", found));
    }

    /** The endpoint that it is about, as far as it is surely written so. */
    private static String endpoint(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResolveEndpointFailedException endpoint) {
                return endpoint.getUri().replaceFirst(":.*", ":");
            }
        }
        return "";
    }
}
