package org.multicloudmirror.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads the scenarios file: Camel's own YAML, of which it may hold {@code templatedRoute} entries of the template
 * {@code scenario} only. Camel's reader would tell neither the line of a mistake nor all of them.
 */
final class YamlEntries {

    private static final String FORM = "; the examples in routes/scenarios.camel.yaml show the form";

    private final List<Mistake> mistakes;
    private final List<YamlEntry> entries = new ArrayList<>();

    private YamlEntries(List<Mistake> mistakes) {
        this.mistakes = mistakes;
    }

    /**
     * The entries of a text that can be read.
     *
     * @param mistakes gets what cannot
     */
    static List<YamlEntry> read(String text, List<Mistake> mistakes) {
        YamlEntries reader = new YamlEntries(mistakes);
        YamlText.root(text, mistakes).ifPresent(reader::root);
        return reader.entries;
    }

    private void root(Node root) {
        if (root instanceof SequenceNode list) {
            list.getValue().forEach(this::item);
        } else if (!isEmpty(root)) {
            complain(root, "the file is no list; begin each scenario with \"- templatedRoute:\"" + FORM);
        }
    }

    private void item(Node item) {
        Map<String, Node> fields = fields(item, Set.of("templatedRoute"));
        Node route = fields.get("templatedRoute");
        if (route == null) {
            complain(
                    item,
                    "this is no scenario; begin it with \"- templatedRoute:\", or put a route of your own into"
                            + " another file routes/*.camel.yaml");
            return;
        }
        Map<String, Node> parts = fields(route, Set.of("routeTemplateRef", "routeId", "parameters"));
        String template = scalar(parts.get("routeTemplateRef"));
        if (!template.equals("scenario")) {
            complain(route, "routeTemplateRef is \"" + template + "\"; write routeTemplateRef: scenario");
        }
        String name = scalar(parts.get("routeId"));
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            complain(
                    parts.getOrDefault("routeId", route),
                    (name.isEmpty() ? "routeId is missing" : "routeId is \"" + name + "\"")
                            + "; write a name of letters, digits, \".\", \"_\" and \"-\", 100 at most, which begins with a letter or digit");
        }
        entries.add(new YamlEntry(name, line(route), parameters(route, parts.get("parameters"))));
    }

    private Map<String, YamlEntry.Parameter> parameters(Node route, @org.jspecify.annotations.Nullable Node list) {
        Map<String, YamlEntry.Parameter> parameters = new LinkedHashMap<>();
        if (!(list instanceof SequenceNode items)) {
            complain(list == null ? route : list, "there is no list of parameters" + FORM);
            return parameters;
        }
        for (Node item : items.getValue()) {
            Map<String, Node> parts = fields(item, Set.of("name", "value"));
            String name = scalar(parts.get("name"));
            Node value = parts.getOrDefault("value", item);
            if (parts.size() != 2 || !(value instanceof ScalarNode)) {
                complain(item, "a parameter has a name and a value, each one text" + FORM);
            } else if (parameters.put(name, new YamlEntry.Parameter(scalar(value), line(value))) != null) {
                complain(item, "the parameter \"" + name + "\" is there twice; remove one");
            }
        }
        return parameters;
    }

    /** The fields of a mapping; a field that is none of those allowed is a mistake. */
    private Map<String, Node> fields(Node node, Set<String> allowed) {
        Map<String, Node> fields = new TreeMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String name = scalar(tuple.getKeyNode());
                if (allowed.contains(name)) {
                    if (fields.put(name, tuple.getValueNode()) != null) {
                        complain(tuple.getKeyNode(), "\"" + name + "\" is there twice; remove one");
                    }
                } else {
                    complain(
                            tuple.getKeyNode(),
                            "\"" + name + "\" has no place here; write " + String.join(", ", new TreeSet<>(allowed)));
                }
            }
        }
        return fields;
    }

    private static String scalar(@org.jspecify.annotations.Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    }

    private void complain(Node where, String problem) {
        mistakes.add(new Mistake(line(where), problem));
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
