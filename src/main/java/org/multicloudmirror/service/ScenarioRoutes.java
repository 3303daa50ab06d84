package org.multicloudmirror.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.multicloudmirror.app.EngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scheduled scenarios that run: an instance of the route template each, which is a trigger and nothing more. */
final class ScenarioRoutes {

    private static final String TEMPLATE = "scenario";
    private static final String TRIGGER = "trigger";
    private static final Logger LOG = LoggerFactory.getLogger(ScenarioRoutes.class);

    private final CamelContext context;
    private final Map<String, ScheduledScenario> running = new ConcurrentHashMap<>();

    ScenarioRoutes(CamelContext context) {
        this.context = context;
    }

    /**
     * The parameters that an entry may have, with their defaults, as the template declares them.
     *
     * @throws EngineException when there is no such template
     */
    Map<String, String> parameters() {
        RouteTemplateDefinition template = ((ModelCamelContext) context).getRouteTemplateDefinition(TEMPLATE);
        if (template == null) {
            throw new EngineException("no file of routes/ has the routeTemplate \"" + TEMPLATE
                    + "\"; restore routes/mirror-scenario.camel.yaml");
        }
        Map<String, String> parameters = new HashMap<>();
        template.getTemplateParameters().forEach(parameter -> {
            if (!parameter.getName().equals(TRIGGER)) {
                String value = parameter.getDefaultValue();
                parameters.put(parameter.getName(), value == null ? "" : context.resolvePropertyPlaceholders(value));
            }
        });
        return parameters;
    }

    /** The ids that a scenario cannot have: Camel would put its route in place of the other. */
    Set<String> takenIds() {
        return context.getRoutes().stream()
                .filter(route -> !route.isCreatedByRouteTemplate())
                .map(Route::getRouteId)
                .collect(Collectors.toSet());
    }

    /** The scenario of a name, while it is scheduled. */
    Optional<ScheduledScenario> byName(String name) {
        return Optional.ofNullable(running.get(name));
    }

    /** Those that are scheduled. */
    List<ScheduledScenario> all() {
        return List.copyOf(running.values());
    }

    int size() {
        return running.size();
    }

    /**
     * Makes these the ones that run, all or none; those that did not change go on undisturbed.
     *
     * @return the mistakes that only came out now, for which all is as it was before
     */
    List<String> apply(List<ScheduledScenario> wanted) {
        Map<String, ScheduledScenario> gone = new HashMap<>(running);
        List<ScheduledScenario> fresh = new ArrayList<>();
        for (ScheduledScenario scenario : wanted) {
            ScheduledScenario present = gone.get(scenario.name());
            if (present != null && present.isSameAs(scenario)) {
                gone.remove(scenario.name());
            } else {
                fresh.add(scenario);
            }
        }
        List<String> mistakes = new ArrayList<>();
        // an edited one has its route's id until that is removed; the others disturb nobody
        Map<Boolean, List<ScheduledScenario>> edited =
                fresh.stream().collect(Collectors.partitioningBy(scenario -> gone.containsKey(scenario.name())));
        prepare(edited.getOrDefault(false, List.of()), mistakes);
        if (!mistakes.isEmpty()) {
            fresh.forEach(this::discard);
            return mistakes;
        }
        gone.values().forEach(this::remove);
        prepare(edited.getOrDefault(true, List.of()), mistakes);
        start(fresh, mistakes);
        if (!mistakes.isEmpty()) {
            fresh.forEach(this::discard);
            List<String> untold = new ArrayList<>();
            prepare(gone.values(), untold);
            start(gone.values(), untold);
        }
        return mistakes;
    }

    /** Ends all triggers; runs under way go on. */
    void removeAll() {
        new ArrayList<>(running.values()).forEach(this::remove);
    }

    private void prepare(Collection<ScheduledScenario> scenarios, List<String> mistakes) {
        for (ScheduledScenario scenario : scenarios) {
            try {
                TemplatedRouteBuilder builder =
                        TemplatedRouteBuilder.builder(context, TEMPLATE).routeId(scenario.name());
                scenario.parameters().forEach(builder::parameter);
                builder.parameter(TRIGGER, scenario.trigger()).add();
            } catch (RuntimeException e) {
                mistakes.add(mistake(scenario, e));
            }
        }
    }

    /** Nothing starts once there is a mistake. */
    private void start(Collection<ScheduledScenario> scenarios, List<String> mistakes) {
        for (ScheduledScenario scenario : scenarios) {
            if (!mistakes.isEmpty()) {
                return;
            }
            running.put(scenario.name(), scenario);
            try {
                context.getRouteController().startRoute(scenario.name());
                LOG.info("scheduled {}: {}", scenario.name(), scenario.scenario());
            } catch (Exception e) {
                mistakes.add(mistake(scenario, e));
            }
        }
    }

    /** Takes one back that was prepared or started; what runs by the same name stays. */
    private void discard(ScheduledScenario scenario) {
        boolean isOther = byName(scenario.name())
                .filter(present -> !present.isSameAs(scenario))
                .isPresent();
        if (!isOther && context.getRoute(scenario.name()) != null) {
            remove(scenario);
        }
    }

    private void remove(ScheduledScenario scenario) {
        running.remove(scenario.name());
        try {
            context.getRouteController().stopRoute(scenario.name(), 1, TimeUnit.SECONDS);
            context.removeRoute(scenario.name());
            LOG.info("no longer scheduled: {}", scenario.name());
        } catch (Exception e) {
            LOG.error("{} could not be taken off the schedule: {}", scenario.name(), e.getMessage());
        }
    }

    private static String mistake(ScheduledScenario scenario, Exception failure) {
        return scenario.at() + ": " + scenario.name() + " cannot be scheduled: "
                + new EngineException("its route", failure).getMessage();
    }
}
