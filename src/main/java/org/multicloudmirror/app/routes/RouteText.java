package org.multicloudmirror.app.routes;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a file with routes, for finding where something is written. Lines count from 1. */
final class RouteText {

    private static final Pattern BEGINNING = Pattern.compile("- *\"?route\"?:.*");
    private static final Pattern ID = Pattern.compile("\\s+\"?id\"?:\\s*[\"']?([^\"'#\\s]+).*");

    private final List<String> lines;

    RouteText(String text) {
        this.lines = text.lines().toList();
    }

    /** The id of the route that a line is in. */
    Optional<String> routeAt(int line) {
        for (int i = Math.min(line, lines.size()); i > 0; i--) {
            if (BEGINNING.matcher(lines.get(i - 1)).matches()) {
                return idBelow(i);
            }
        }
        return Optional.empty();
    }

    /** The first id below the beginning of a route, unless the next route begins before. */
    private Optional<String> idBelow(int beginning) {
        for (String line : lines.subList(beginning, lines.size())) {
            Matcher id = ID.matcher(line);
            if (id.matches()) {
                return Optional.of(id.group(1));
            }
            if (line.startsWith("-")) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Where a route begins. */
    Optional<Integer> lineOf(String route) {
        for (int i = 1; i <= lines.size(); i++) {
            if (BEGINNING.matcher(lines.get(i - 1)).matches() && idBelow(i).equals(Optional.of(route))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Where something is written, from a line on. */
    Optional<Integer> lineWith(String something, int from) {
        for (int i = Math.max(from, 1); i <= lines.size(); i++) {
            if (lines.get(i - 1).contains(something)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
