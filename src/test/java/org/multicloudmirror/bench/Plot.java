package org.multicloudmirror.bench;

import java.util.List;
import java.util.function.Function;

/** Time, CPU and memory against the number of objects as a picture, readable on light and dark ground. */
final class Plot {

    private static final int LEGEND = 34;

    private static final String STYLE = """
            <style>
            text { font: 12px system-ui, sans-serif; fill: #24292f }
            .title { font-weight: 600 }
            .tick { font-size: 11px; fill: #57606a }
            .grid { stroke: #8c959f; stroke-opacity: .3 }
            polyline { fill: none; stroke-width: 2 }
            .modelled { stroke-dasharray: 5 4 }
            .mirror { stroke: #0969da } .mirror.dot { fill: #0969da; stroke: none }
            .rclone { stroke: #bc4c00 } .rclone.dot { fill: #bc4c00; stroke: none }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3 } .tick { fill: #9198a1 }
              .mirror { stroke: #58a6ff } .mirror.dot { fill: #58a6ff }
              .rclone { stroke: #f0883e } .rclone.dot { fill: #f0883e }
            }
            </style>
            """;

    private Plot() {}

    static String of(List<Result> results) {
        List<Panel> panels = List.of(
                panel("wall time, seconds", results, Result::wall),
                panel("CPU, seconds", results, Result::cpu),
                panel("peak memory, MiB", results, Result::peakMib));
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
                """.formatted(
                        panels.size() * Panel.WIDTH,
                        Panel.HEIGHT + LEGEND,
                        "A run that finds everything equal: wall time, CPU and memory against the number of objects"));
        svg.append(STYLE);
        for (int i = 0; i < panels.size(); i++) {
            svg.append("<g transform=\"translate(%d 0)\">%n".formatted(i * Panel.WIDTH));
            svg.append(panels.get(i).svg()).append("</g>\n");
        }
        svg.append(legend(ScaleTable.clients(results)));
        return svg.append("</svg>\n").toString();
    }

    private static Panel panel(String title, List<Result> results, Function<Result, Spread> value) {
        return new Panel(
                title,
                ScaleTable.clients(results).stream()
                        .map(client -> Curve.of(client, results, value))
                        .toList());
    }

    private static String legend(List<String> clients) {
        StringBuilder legend = new StringBuilder("<g transform=\"translate(52 %d)\">%n".formatted(Panel.HEIGHT + 12));
        for (int i = 0; i < clients.size(); i++) {
            legend.append("""
                    <g transform="translate(%1$d 0)"><polyline class="%2$s measured" points="0,0 28,0"/>\
                    <text x="34" y="4">%2$s, measured</text>\
                    <polyline class="%2$s modelled" points="152,0 180,0"/><text x="186" y="4">modelled</text></g>
                    """.formatted(i * 290, clients.get(i)));
        }
        return legend.append("</g>\n").toString();
    }
}
