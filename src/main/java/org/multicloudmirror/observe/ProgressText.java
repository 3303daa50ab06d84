package org.multicloudmirror.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.multicloudmirror.storage.Keys;

/** What a progress line says, and how much of it where there is little room. */
final class ProgressText {

    /** So many columns of the scenario's name stay as long as it is shown. */
    private static final int LEAST_NAME = 12;

    /** How much a part is worth; the first goes first. */
    enum Worth {
        LIMIT,
        LISTED,
        NAME,
        NO_FAILURE,
        TIME_LEFT,
        FAILED,
        RATE,
        STOPPING,
        DONE
    }

    private record Part(String separator, String text, Worth worth) {}

    private final List<Part> parts = new ArrayList<>();

    /**
     * Adds a part to the right of the others.
     *
     * @param separator what is between it and the one before
     */
    ProgressText add(String separator, String text, Worth worth) {
        parts.add(new Part(separator, text, worth));
        return this;
    }

    /** All of it. */
    @Override
    public String toString() {
        return joined(parts);
    }

    /**
     * The line of a scenario, in so many columns: its name is shortened first, then parts go, and the name among them.
     */
    String fitted(String scenario, int columns) {
        String name = Keys.printable(scenario);
        int least = Math.min(LEAST_NAME, TextWidth.of(name));
        List<Part> shown = new ArrayList<>(parts);
        while (true) {
            int room = columns - TextWidth.of(joined(shown));
            Part last = shown.stream().min(Comparator.comparing(Part::worth)).orElseThrow();
            int forName = room - ": ".length();
            if (forName >= least) {
                return TextWidth.shortened(name, forName) + ": " + joined(shown);
            }
            if (room >= 0 && last.worth().compareTo(Worth.NAME) > 0) {
                return joined(shown);
            }
            if (shown.size() == 1) {
                return TextWidth.cut(joined(shown), columns);
            }
            shown.remove(last);
        }
    }

    private static String joined(List<Part> parts) {
        StringBuilder line = new StringBuilder();
        for (Part part : parts) {
            line.append(line.isEmpty() ? "" : part.separator()).append(part.text());
        }
        return line.toString();
    }
}
