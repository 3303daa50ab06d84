package org.multicloudmirror.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Scenarios that write to one place, or back to where the other reads: where extras are deleted, each would delete what the
 * other copied. A chain, of which one scenario reads what another wrote, is none. Pure.
 */
public final class Overlaps {

    /**
     * Two scenarios that are in each other's way.
     *
     * @param scenario the later one
     * @param problem what they share, and what to do, in one line
     */
    public record Overlap(Scenario scenario, String problem) {

        /** The same as an error. */
        public InvalidScenarioException asError() {
            return new InvalidScenarioException(scenario.toString(), problem);
        }
    }

    private final UnaryOperator<String> service;

    /**
     * @param service tells what a store's name stands for: the same for two names of one service
     */
    public Overlaps(UnaryOperator<String> service) {
        this.service = service;
    }

    /** What is among scenarios, each pair once; the same scenario twice is no overlap. */
    public List<Overlap> among(List<Scenario> scenarios) {
        List<Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenarios.get(i);
            ofItself(scenario).ifPresent(overlaps::add);
            for (Scenario before : scenarios.subList(0, i)) {
                between(scenario, before).ifPresent(overlaps::add);
            }
        }
        return overlaps;
    }

    private Optional<Overlap> ofItself(Scenario scenario) {
        return overlap(scenario.source(), scenario.destination())
                ? Optional.of(new Overlap(
                        scenario,
                        "its source and its destination are one place under two store names, or one is inside the other"
                                + names(scenario.source(), scenario.destination())
                                + "; use prefixes of which neither starts with the other"))
                : Optional.empty();
    }

    private Optional<Overlap> between(Scenario scenario, Scenario other) {
        if (scenario.equals(other) || isPartOf(scenario, other) || isPartOf(other, scenario)) {
            return Optional.empty();
        }
        if (overlap(scenario.destination(), other.destination())) {
            return Optional.of(overlap(
                    scenario,
                    "its destination " + shares(scenario.destination(), other.destination(), "that"),
                    other,
                    "each deletes what the other copies"));
        }
        // one alone is a chain, of which each link does as it is told
        if (overlap(scenario.source(), other.destination()) && overlap(scenario.destination(), other.source())) {
            return Optional.of(overlap(
                    scenario,
                    "its source " + shares(scenario.source(), other.destination(), "the destination"),
                    other,
                    "each deletes what is new on the other side"));
        }
        return Optional.empty();
    }

    private static Overlap overlap(Scenario scenario, String what, Scenario other, String harm) {
        return new Overlap(
                scenario,
                what + " of \"" + other + "\", and with --delete " + harm
                        + "; give each a prefix of its own, or leave out --delete");
    }

    private String shares(Location one, Location other, String what) {
        String where = one.prefix().equals(other.prefix())
                ? "is also "
                : one.prefix().startsWith(other.prefix()) ? "is inside " : "holds ";
        return one + names(one, other) + " " + where + what;
    }

    private static String names(Location one, Location other) {
        return one.store().equals(other.store())
                ? ""
                : " (the stores " + one.store() + " and " + other.store() + " lead to the same service)";
    }

    /** Whether one scenario only does a part of what the other does: they agree on every object. */
    private boolean isPartOf(Scenario part, Scenario whole) {
        return isInside(part.source(), whole.source())
                && isInside(part.destination(), whole.destination())
                && part.source()
                        .prefix()
                        .substring(whole.source().prefix().length())
                        .equals(part.destination()
                                .prefix()
                                .substring(whole.destination().prefix().length()));
    }

    private boolean isInside(Location part, Location whole) {
        return isOneBucket(part, whole) && part.prefix().startsWith(whole.prefix());
    }

    private boolean overlap(Location one, Location other) {
        return isInside(one, other) || isInside(other, one);
    }

    private boolean isOneBucket(Location one, Location other) {
        return one.bucket().equals(other.bucket())
                && (one.store().equals(other.store())
                        || service.apply(one.store()).equals(service.apply(other.store())));
    }
}
