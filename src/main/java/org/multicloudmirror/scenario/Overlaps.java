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
     * @param other the one before; the same where a scenario is in its own way
     * @param problem what they share, and what to do, in one line
     */
    public record Overlap(Scenario scenario, Scenario other, String problem) {

        /** The same as an error. */
        public InvalidScenarioException asError() {
            return new InvalidScenarioException(scenario.toString(), problem);
        }
    }

    private static final String OTHER_CONTAINER = "; write to another container, or add --segments";

    private final UnaryOperator<String> service;
    private final boolean hasPartsAsContent;

    /**
     * @param service tells what a store's name stands for: the same for two names of one service
     * @param hasPartsAsContent whether containers of the parts of large objects are mirrored like any other; else they
     *     belong to their objects' container
     */
    public Overlaps(UnaryOperator<String> service, boolean hasPartsAsContent) {
        this.service = service;
        this.hasPartsAsContent = hasPartsAsContent;
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
        if (isForPartsOf(scenario.destination(), scenario.source())) {
            return Optional.of(new Overlap(
                    scenario,
                    scenario,
                    "its destination is for the parts of its source's large objects"
                            + names(scenario.source(), scenario.destination()) + OTHER_CONTAINER));
        }
        return overlap(scenario.source(), scenario.destination())
                ? Optional.of(new Overlap(
                        scenario,
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
        if (isForPartsOf(scenario.destination(), other.destination())) {
            return Optional.of(new Overlap(
                    scenario,
                    other,
                    "its destination " + scenario.destination() + names(scenario.destination(), other.destination())
                            + " is for the parts of the large objects of \"" + other
                            + "\", and with --delete they are deleted" + OTHER_CONTAINER));
        }
        if (isForPartsOf(other.destination(), scenario.destination())) {
            return Optional.of(new Overlap(
                    scenario,
                    other,
                    "the parts of its large objects go to the destination of \"" + other + "\""
                            + names(scenario.destination(), other.destination())
                            + ", which with --delete deletes them" + OTHER_CONTAINER));
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
                other,
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

    private boolean isForPartsOf(Location parts, Location objects) {
        return !hasPartsAsContent
                && parts.whole().filter(whole -> isOneBucket(whole, objects)).isPresent();
    }

    private boolean isOneBucket(Location one, Location other) {
        return one.bucket().equals(other.bucket())
                && (one.store().equals(other.store())
                        || service.apply(one.store()).equals(service.apply(other.store())));
    }
}
