package org.multicloudmirror.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Which route sends to which, read from the YAML files of a directory. */
record RouteMap(Map<String, Node> nodes) {

    /**
     * A route.
     *
     * @param file that has it
     * @param id its name
     * @param from where its messages come from
     * @param to the ids of the routes that it sends to
     * @param elsewhere the components that it sends to besides
     */
    record Node(String file, String id, String from, Set<String> to, Set<String> elsewhere) {}

    static RouteMap of(Path directory) throws IOException {
        List<Node> read = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("mirror-"))
                    .sorted()
                    .toList()) {
                read(file, read);
            }
        }
        Map<String, String> idByInput = new LinkedHashMap<>();
        read.forEach(node -> idByInput.put(node.from(), node.id()));
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Node node : read) {
            Set<String> to = new LinkedHashSet<>();
            Set<String> elsewhere = new LinkedHashSet<>();
            for (String uri : node.to()) {
                String id = idByInput.get(uri);
                if (id != null) {
                    to.add(id);
                } else {
                    elsewhere.add(uri.startsWith("direct:") ? uri : uri.replaceFirst("(:[a-z-]+|:).*", "$1"));
                }
            }
            nodes.put(node.id(), new Node(node.file(), node.id(), node.from(), to, elsewhere));
        }
        return new RouteMap(nodes);
    }

    private static void read(Path file, List<Node> nodes) throws IOException {
        String name = file.getFileName().toString();
        Object document = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        Map<Object, Object> shared = new LinkedHashMap<>();
        for (Object entry : (List<?>) document) {
            Map<?, ?> top = (Map<?, ?>) entry;
            if (top.get("routeConfiguration") instanceof Map<?, ?> configuration) {
                shared.put(configuration.get("id"), configuration);
            } else if (top.get("route") instanceof Map<?, ?> route) {
                nodes.add(node(name, String.valueOf(route.get("id")), route, shared));
            } else if (top.get("routeTemplate") instanceof Map<?, ?> template) {
                nodes.add(node(name, String.valueOf(template.get("id")), (Map<?, ?>) template.get("route"), shared));
            }
        }
    }

    /** What a route sends by itself, and by the configuration that it shares with others of its file. */
    private static Node node(String file, String id, Map<?, ?> route, Map<Object, Object> shared) {
        Map<?, ?> from = (Map<?, ?>) route.get("from");
        Set<String> uris = new LinkedHashSet<>();
        collect(from.get("steps"), uris);
        collect(shared.get(route.get("routeConfigurationId")), uris);
        return new Node(file, id, String.valueOf(from.get("uri")), uris, Set.of());
    }

    private static void collect(Object steps, Set<String> uris) {
        if (steps instanceof List<?> list) {
            list.forEach(step -> collect(step, uris));
        } else if (steps instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key.equals("to")) {
                    uris.add(String.valueOf(value instanceof Map<?, ?> endpoint ? endpoint.get("uri") : value));
                } else {
                    collect(value, uris);
                }
            });
        }
    }
}
