package org.multicloudmirror.service;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.multicloudmirror.app.Application;
import org.multicloudmirror.scenario.Overlaps;
import org.multicloudmirror.scenario.Overlaps.Overlap;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scheduled scenarios that are in each other's way: a mistake where one of the two deletes, else worth a warning. */
final class ScenarioOverlaps {

    private static final Logger LOG = LoggerFactory.getLogger(ScenarioOverlaps.class);

    private final Overlaps byName;
    private final Overlaps byPlace;

    /**
     * @param byName asks nobody
     * @param byPlace may ask the stores where they lead to
     */
    ScenarioOverlaps(Overlaps byName, Overlaps byPlace) {
        this.byName = byName;
        this.byPlace = byPlace;
    }

    static ScenarioOverlaps of(Application application) {
        boolean segments = application.settings().isOn(Setting.SEGMENTS);
        return new ScenarioOverlaps(
                new Overlaps(application.stores()::service, segments),
                new Overlaps(application.stores()::place, segments));
    }

    /**
     * Looks at all scenarios.
     *
     * @param deletes which of them delete
     * @param mistakes gets those that would delete what others copy, in lines
     */
    void check(List<ScheduledScenario> scheduled, Predicate<ScheduledScenario> deletes, List<String> mistakes) {
        Map<Scenario, String> places = new LinkedHashMap<>();
        Set<Scenario> deleting = new LinkedHashSet<>();
        for (ScheduledScenario each : scheduled) {
            places.put(each.scenario(), each.at());
            if (deletes.test(each)) {
                deleting.add(each.scenario());
            }
        }
        List<Scenario> all = scheduled.stream().map(ScheduledScenario::scenario).toList();
        Set<Overlap> told = new LinkedHashSet<>();
        for (Overlap overlap : byName.among(all)) {
            told.add(overlap);
            String line = line(overlap, places);
            if (isHarmful(overlap, deleting)) {
                mistakes.add(line);
            } else {
                LOG.warn("{}", line);
            }
        }
        if (!deleting.isEmpty()) {
            byPlace.among(all).stream()
                    .filter(overlap -> isHarmful(overlap, deleting))
                    .filter(overlap -> told.stream().noneMatch(each -> isSamePair(each, overlap)))
                    .forEach(overlap -> mistakes.add(line(overlap, places)));
        }
    }

    private static boolean isHarmful(Overlap overlap, Set<Scenario> deleting) {
        return deleting.contains(overlap.scenario()) || deleting.contains(overlap.other());
    }

    private static boolean isSamePair(Overlap one, Overlap other) {
        return one.scenario().equals(other.scenario()) && one.other().equals(other.other());
    }

    private static String line(Overlap overlap, Map<Scenario, String> places) {
        return places.get(overlap.scenario()) + ": " + overlap.asError().getMessage();
    }
}
