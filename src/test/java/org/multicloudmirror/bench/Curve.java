package org.multicloudmirror.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * How a figure grows with the number of objects: the medians that were measured, and beyond them a straight line, through
 * the last two.
 */
record Curve(String client, List<Point> points) {

    /** What has not grown by half while the objects became ten times as many is taken to be constant. */
    private static final double GROWS = 1.5;

    /** A median. */
    record Point(double objects, double value) {}

    static Curve of(String client, List<Result> results, Function<Result, Spread> value) {
        return new Curve(
                client,
                results.stream()
                        .filter(result -> result.client().equals(client))
                        .map(result -> new Point(
                                result.row().workload().count(),
                                value.apply(result).median()))
                        .sorted(Comparator.comparingDouble(Point::objects))
                        .toList());
    }

    Point last() {
        return points.get(points.size() - 1);
    }

    boolean isMeasured(double objects) {
        return points.stream().anyMatch(point -> point.objects() == objects);
    }

    /** The value at a number of objects, measured or modelled. */
    double at(double objects) {
        return points.stream()
                .filter(point -> point.objects() == objects)
                .findFirst()
                .map(Point::value)
                .orElseGet(() -> modelled(objects));
    }

    private double modelled(double objects) {
        Point last = last();
        Point before = points.get(Math.max(0, points.size() - 2));
        if (last.value() < before.value() * GROWS) {
            return last.value();
        }
        double each = (last.value() - before.value()) / (last.objects() - before.objects());
        return last.value() + each * (objects - last.objects());
    }
}
