package org.multicloudmirror.app;

import java.util.List;
import java.util.function.UnaryOperator;
import org.multicloudmirror.scenario.InvalidScenarioException;
import org.multicloudmirror.scenario.Overlaps;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses scenarios that are in each other's way where extras are deleted, and warns of them otherwise. */
public final class OverlapGuard {

    private static final Logger LOG = LoggerFactory.getLogger(OverlapGuard.class);

    private OverlapGuard() {}

    /**
     * Looks at scenarios that are run by one invocation.
     *
     * @throws InvalidScenarioException when two of them overlap, and what a destination has beyond its source is deleted
     */
    public static void check(List<Scenario> scenarios, Application application) {
        for (Overlaps.Overlap overlap :
                overlaps(application.stores()::service, application).among(scenarios)) {
            if (application.settings().isOn(Setting.DELETE)) {
                throw overlap.asError();
            }
            LOG.warn("{}", overlap.asError().getMessage());
        }
        if (application.settings().isOn(Setting.DELETE)) {
            // settings may lead to one account in several ways; asked are stores with a bucket of one name only
            overlaps(application.stores()::place, application).among(scenarios).forEach(overlap -> {
                throw overlap.asError();
            });
        }
    }

    private static Overlaps overlaps(UnaryOperator<String> service, Application application) {
        return new Overlaps(service, application.settings().isOn(Setting.SEGMENTS));
    }
}
