package org.multicloudmirror.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.multicloudmirror.picture.RouteMap.Node;

/** Draws a map of routes, from left to right by how many hops they are from where messages come in. */
final class RoutesPicture {

    private static final int WIDTH = 186;
    private static final int COLUMN = 240;
    private static final int LINE = 15;
    private static final int GAP = 18;
    private static final int TOP = 14;

    private static final String STYLE = """
            <style>
            text { font: 11px system-ui, sans-serif; fill: #57606a }
            .id { font: 600 12px system-ui, sans-serif; fill: #24292f }
            rect { fill: #f6f8fa; stroke: #8c959f }
            path { fill: none; stroke: #57606a; stroke-width: 1.2 }
            .back { stroke-dasharray: 4 3 }
            #tip { fill: #57606a; stroke: none }
            @media (prefers-color-scheme: dark) {
              text { fill: #9198a1 } .id { fill: #e6edf3 }
              rect { fill: #161b22; stroke: #6e7681 } path { stroke: #9198a1 } #tip { fill: #9198a1 }
            }
            </style>
            <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">\
            <path id="tip" d="M0 0 8 4 0 8z"/></marker></defs>
            """;

    private record Box(int column, int x, int y, int height) {
        int middle() {
            return y + height / 2;
        }
    }

    private final RouteMap map;
    private final Map<String, Box> boxes = new LinkedHashMap<>();

    RoutesPicture(RouteMap map) {
        this.map = map;
        place();
    }

    private void place() {
        Map<Integer, List<Node>> columns = new TreeMap<>();
        hops().forEach((id, hops) -> columns.computeIfAbsent(hops, key -> new ArrayList<>())
                .add(map.nodes().get(id)));
        columns.forEach((column, nodes) -> {
            int y = TOP;
            for (Node node : nodes) {
                int height = LINE * (2 + node.elsewhere().size()) + 10;
                boxes.put(node.id(), new Box(column, 10 + column * COLUMN, y, height));
                y += height + GAP;
            }
        });
    }

    private Map<String, Integer> hops() {
        Set<String> sentTo = new HashSet<>();
        map.nodes().values().forEach(node -> node.to().stream()
                .filter(id -> !id.equals(node.id()))
                .forEach(sentTo::add));
        Map<String, Integer> hops = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>();
        // the longest ways first
        for (String id : map.nodes().keySet().stream()
                .sorted(Comparator.comparingInt(id -> -behind(id, new HashSet<>())))
                .toList()) {
            if (!sentTo.contains(id)) {
                hops.put(id, 0);
                next.add(id);
            }
        }
        while (!next.isEmpty()) {
            String id = next.remove();
            for (String to : node(id).to()) {
                if (hops.putIfAbsent(to, hops.getOrDefault(id, 0) + 1) == null) {
                    next.add(to);
                }
            }
        }
        return hops;
    }

    private int behind(String id, Set<String> seen) {
        if (seen.add(id)) {
            node(id).to().forEach(to -> behind(to, seen));
        }
        return seen.size();
    }

    private Node node(String id) {
        return map.nodes().get(id);
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        int width = boxes.values().stream().mapToInt(Box::x).max().orElse(0) + WIDTH + 40;
        int height = boxes.values().stream()
                        .mapToInt(box -> box.y() + box.height())
                        .max()
                        .orElse(0)
                + 24;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " aria-label=\"Which of the shipped routes sends to which\">\n",
                width,
                height));
        svg.append(STYLE);
        boxes.forEach((id, box) -> node(id).to().forEach(to -> svg.append(arrow(box, boxes.get(to)))));
        boxes.forEach((id, box) -> svg.append(box(node(id), box)));
        return svg.append("</svg>\n").toString();
    }

    private static String arrow(Box from, Box to) {
        int startX = from.x() + WIDTH;
        if (to.column() > from.column()) {
            int bend = (to.x() - startX) / 2;
            return String.format(
                    Locale.ROOT,
                    "<path marker-end=\"url(#arrow)\" d=\"M%d %dC%d %d %d %d %d %d\"/>\n",
                    startX,
                    from.middle(),
                    startX + bend,
                    from.middle(),
                    to.x() - bend,
                    to.middle(),
                    to.x(),
                    to.middle());
        }
        // back, or down the same column: around the right side
        int endX = to.x() + WIDTH;
        int out = Math.max(startX, endX) + 30;
        return String.format(
                Locale.ROOT,
                "<path class=\"back\" marker-end=\"url(#arrow)\" d=\"M%d %dC%d %d %d %d %d %d\"/>\n",
                startX,
                from.middle() + 6,
                out,
                from.middle() + 6,
                out,
                to.middle() + 6,
                endX,
                to.middle() + 6);
    }

    private static String box(Node node, Box box) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>\n",
                box.x(),
                box.y(),
                WIDTH,
                box.height()));
        int y = box.y() + LINE + 2;
        svg.append(text("id", box.x() + 8, y, node.id()));
        y += LINE;
        svg.append(text("from", box.x() + 8, y, "from " + node.from()));
        for (String elsewhere : node.elsewhere()) {
            y += LINE;
            svg.append(text("to", box.x() + 8, y, "to " + elsewhere));
        }
        return svg.toString();
    }

    private static String text(String kind, int x, int y, String text) {
        return String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n",
                kind,
                x,
                y,
                text.replace("&", "&amp;").replace("<", "&lt;"));
    }
}
