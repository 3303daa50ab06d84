package org.multicloudmirror.bench;

import java.util.List;
import java.util.Locale;

/** One diagram of the plot, both axes by powers of ten. */
final class Panel {

    static final int WIDTH = 300;
    static final int HEIGHT = 330;

    private static final int LEFT = 52;
    private static final int RIGHT = WIDTH - 12;
    private static final int TOP = 34;
    private static final int BOTTOM = HEIGHT - 42;

    private final String title;
    private final List<Curve> curves;
    private final int lowest;
    private final int highest;

    Panel(String title, List<Curve> curves) {
        this.title = title;
        this.curves = curves;
        double least = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Curve.Point::value)
                .min()
                .orElseThrow();
        double most = curves.stream()
                .mapToDouble(curve -> curve.at(Math.pow(10, ScaleTable.LAST_POWER)))
                .max()
                .orElseThrow();
        this.lowest = (int) Math.floor(Math.log10(least));
        this.highest = (int) Math.ceil(Math.log10(most));
    }

    /** The diagram as SVG, its corner at the origin. */
    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(text("title", LEFT, TOP - 14, "start", title));
        for (int power = ScaleTable.FIRST_POWER; power <= ScaleTable.LAST_POWER; power++) {
            double x = x(Math.pow(10, power));
            svg.append(line("grid", x, TOP, x, BOTTOM));
            svg.append(text("tick", x, BOTTOM + 16, "middle", power(power)));
        }
        for (int power = lowest; power <= highest; power++) {
            double y = y(Math.pow(10, power));
            svg.append(line("grid", LEFT, y, RIGHT, y));
            svg.append(text("tick", LEFT - 6, y + 4, "end", label(power)));
        }
        svg.append(text("tick", (LEFT + RIGHT) / 2.0, BOTTOM + 34, "middle", "objects"));
        curves.forEach(curve -> svg.append(curve(curve)));
        return svg.toString();
    }

    private String curve(Curve curve) {
        StringBuilder measured = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (Curve.Point point : curve.points()) {
            measured.append(at(point.objects(), point.value())).append(' ');
            dots.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>%n",
                    curve.client(),
                    x(point.objects()),
                    y(point.value())));
        }
        StringBuilder modelled =
                new StringBuilder(at(curve.last().objects(), curve.last().value()));
        // a straight line is bent by the axes' powers
        double step = Math.pow(10, 0.1);
        double end = Math.pow(10, ScaleTable.LAST_POWER);
        for (double objects = curve.last().objects() * step; objects < end * step; objects *= step) {
            double some = Math.min(objects, end);
            modelled.append(' ').append(at(some, curve.at(some)));
        }
        String line = "<polyline class=\"%s %s\" points=\"%s\"/>%n";
        return line.formatted(curve.client(), "measured", measured.toString().strip())
                + line.formatted(curve.client(), "modelled", modelled)
                + dots;
    }

    private String at(double objects, double value) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x(objects), y(value));
    }

    private double x(double objects) {
        double share =
                (Math.log10(objects) - ScaleTable.FIRST_POWER) / (ScaleTable.LAST_POWER - ScaleTable.FIRST_POWER);
        return LEFT + share * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - (Math.log10(value) - lowest) / (highest - lowest) * (BOTTOM - TOP);
    }

    private static String label(int power) {
        return Math.abs(power) <= 3 ? Spread.number(Math.pow(10, power), Math.max(0, -power)) : power(power);
    }

    private static String power(int power) {
        return "10<tspan dy=\"-5\" font-size=\"8\">" + power + "</tspan>";
    }

    private static String line(String type, double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                type,
                x1,
                y1,
                x2,
                y2);
    }

    private static String text(String type, double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                type,
                x,
                y,
                anchor,
                text);
    }
}
