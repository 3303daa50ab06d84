package org.multicloudmirror.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The values of several runs. */
record Spread(double least, double median, double most) {

    static <T> Spread of(Collection<T> runs, ToDoubleFunction<T> value) {
        double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** Such as {@code 4.21 (4.10-4.40)}, or the median alone where all are equal. */
    String shown(int decimals) {
        String one = number(median, decimals);
        String from = number(least, decimals);
        String to = number(most, decimals);
        return from.equals(to) ? one : one + " (" + from + "-" + to + ")";
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
