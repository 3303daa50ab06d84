package org.multicloudmirror.control;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.report.Amounts;
import org.multicloudmirror.storage.Keys;

/** A status for people: a row for each scenario, and what belongs to it below, in 80 columns as long as names are short. */
public final class StatusText {

    private static final String NONE = "-";
    private static final String INDENT = "  ";
    private static final int LEAST_NAME = 16;
    private static final int COLUMNS = 80;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter FULL_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ServiceStatus status;
    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();

    private StatusText(ServiceStatus status, ZoneId zone) {
        this.status = status;
        this.zone = zone;
    }

    /**
     * The lines, without control characters.
     *
     * @param zone of the times
     */
    public static List<String> lines(ServiceStatus status, ZoneId zone) {
        return new StatusText(status, zone).lines();
    }

    private List<String> lines() {
        ServiceStatus.Running running = status.running();
        add(
                running == null
                        ? "no service is running; " + status.place()
                        : "serving " + status.place() + ", pid " + running.pid() + ", since "
                                + FULL_TIME.format(running.since().atZone(zone)) + " " + zone);
        status.mistakes().forEach(each -> add("not taken: " + each));
        int width = status.scenarios().stream()
                .mapToInt(each -> each.name().length())
                .reduce(LEAST_NAME, Math::max);
        if (!status.scenarios().isEmpty()) {
            add(row(width, "NAME", "STATE", "LAST RUN", "LAST OK", "NEXT RUN"));
        }
        status.scenarios().forEach(each -> add(each, width));
        for (String name : status.pausedOnly()) {
            add(name + " is paused, and no scenario has that name");
        }
        return lines;
    }

    private void add(ScenarioStatus scenario, int width) {
        LastRun last = scenario.last();
        add(row(
                width,
                scenario.name(),
                scenario.state(),
                last == null ? NONE : time(last.started()) + " " + last.status(),
                age(scenario.lastSuccess()),
                next(scenario)));
        add(INDENT + scenario.scenario());
        List<String> facts = new ArrayList<>(List.of(scenario.schedule().toString()));
        if (last != null && !last.duration().isZero()) {
            facts.add("the last took " + Amounts.duration(last.duration()));
        }
        Instant paused = scenario.pausedUntil();
        if (paused != null) {
            facts.add(
                    "paused" + (paused.equals(Pauses.UNTIL_RESUMED) ? "" : " until " + LocalTimes.text(paused, zone)));
        }
        if (scenario.isLate()) {
            facts.add("LATE");
        }
        addAll(facts);
        if (last != null && !last.problem().isEmpty()) {
            add(INDENT + last.problem());
        }
        scenario.underWay().forEach(run -> addAll(underWay(run)));
    }

    private static String row(int width, String name, String state, String last, String age, String next) {
        String padded = name + " ".repeat(width - name.length());
        return String.format(Locale.ROOT, "%s  %-9s  %-25s  %-11s  %s", padded, state, last, age, next)
                .stripTrailing();
    }

    private List<String> underWay(RunProgress run) {
        List<String> facts = new ArrayList<>(List.of(
                "since " + time(run.started()) + ": " + Amounts.count(run.listed()) + " listed",
                Amounts.count(run.finished()) + " of " + Amounts.count(run.queued()) + (run.isListingEnded() ? "" : "+")
                        + " done",
                Amounts.bytes(run.bytes()),
                Amounts.count(run.failed()) + " failed",
                Amounts.count(run.inFlight()) + " in flight"));
        if (run.isStopping()) {
            facts.add("stopping");
        }
        return facts;
    }

    private String next(ScenarioStatus scenario) {
        Instant next = scenario.nextRun();
        if (next != null) {
            return next.isAfter(status.now()) ? time(next) : "now";
        }
        boolean waits = status.running() != null && scenario.pausedUntil() == null;
        return waits && scenario.schedule().kind().equals("poll") ? "at a change" : NONE;
    }

    private String age(@Nullable Instant instant) {
        if (instant == null) {
            return "never";
        }
        Duration age = Duration.between(instant, status.now());
        return age.toDays() > 1 ? age.toDays() + " d" : Amounts.duration(age.isNegative() ? Duration.ZERO : age);
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /** As many in a line as there is room for. */
    private void addAll(List<String> facts) {
        String line = "";
        for (String fact : facts) {
            if (line.isEmpty()) {
                line = INDENT + fact;
            } else if (line.length() + fact.length() + 3 <= COLUMNS) {
                line += ", " + fact;
            } else {
                add(line + ",");
                line = INDENT + fact;
            }
        }
        add(line);
    }

    private void add(String line) {
        lines.add(Keys.printable(line));
    }
}
