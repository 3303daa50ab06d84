package org.multicloudmirror.component;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routes that {@code docs/objectstore.md} shows, by their ids. */
public final class DocumentedRoutes {

    private static final Pattern BLOCK = Pattern.compile("(?m)^ {4}- route:\\n(?: {4}.*\\n)+");
    private static final Pattern ID = Pattern.compile("id: (\\S+)");

    private static final Map<String, String> ALL = all();

    private DocumentedRoutes() {}

    /** The YAML of a route, by its id. */
    public static String one(String id) {
        return requireNonNull(ALL.get(id), id);
    }

    private static Map<String, String> all() {
        try {
            Map<String, String> routes = new LinkedHashMap<>();
            Matcher block = BLOCK.matcher(Files.readString(Path.of("docs/objectstore.md")));
            while (block.find()) {
                Matcher id = ID.matcher(block.group());
                if (!id.find()) {
                    throw new IllegalStateException("a route without an id: " + block.group());
                }
                routes.put(id.group(1), block.group().indent(-4));
            }
            return routes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
