package org.multicloudmirror.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.multicloudmirror.mirror.select.Filters;
import org.multicloudmirror.mirror.select.InvalidFilterException;
import org.multicloudmirror.scenario.InvalidScenarioException;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.FileProblem;
import org.multicloudmirror.settings.NoticeSettings;
import org.multicloudmirror.settings.RunSettings;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** A file of scheduled scenarios: all of it can be used, or it is refused with every mistake in it. */
final class ScenariosFile {

    private static final String FILTERS = "filters";

    private final Path path;
    private final ScenarioParser parser;
    private final Map<String, String> parameters;
    private final Set<String> takenIds;
    private final Settings settings;

    /**
     * @param parser knows the stores
     * @param parameters those of the route template, with their defaults
     * @param takenIds of routes that are no scheduled scenarios
     * @param settings what an entry may name
     */
    ScenariosFile(
            Path path, ScenarioParser parser, Map<String, String> parameters, Set<String> takenIds, Settings settings) {
        this.path = path;
        this.parser = parser;
        this.parameters = Map.copyOf(parameters);
        this.takenIds = Set.copyOf(takenIds);
        this.settings = settings;
    }

    /** Whether a text that was usable names no scenario. */
    boolean isEmpty(String text) {
        return YamlEntries.read(text, new ArrayList<>()).isEmpty();
    }

    /**
     * Its text as it is now.
     *
     * @throws ScenariosFileException when it cannot be read
     */
    String read() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new ScenariosFileException(List.of(path + " cannot be read (" + FileProblem.words(e)
                    + "); restore it, or set mirror.scenarios to a text file in UTF-8"));
        }
    }

    /**
     * The scenarios of a text.
     *
     * @throws ScenariosFileException when there is a mistake in it
     */
    List<ScheduledScenario> parse(String text) {
        List<Mistake> mistakes = new ArrayList<>();
        List<ScheduledScenario> scenarios = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlEntry entry : YamlEntries.read(text, mistakes)) {
            if (!entry.name().isEmpty() && !names.add(entry.name())) {
                mistakes.add(new Mistake(entry.line(), "routeId \"" + entry.name() + "\" is there twice; rename one"));
            }
            if (takenIds.contains(entry.name())) {
                mistakes.add(new Mistake(
                        entry.line(), "routeId \"" + entry.name() + "\" is that of a route in routes/; write another"));
            }
            int before = mistakes.size();
            checkParameters(entry, mistakes);
            if (mistakes.size() == before) {
                add(withDefaults(entry), scenarios, mistakes);
            }
        }
        if (!mistakes.isEmpty()) {
            throw new ScenariosFileException(path, mistakes);
        }
        return scenarios;
    }

    private void checkParameters(YamlEntry entry, List<Mistake> mistakes) {
        entry.parameters().forEach((name, parameter) -> {
            if (!parameters.containsKey(name)) {
                mistakes.add(new Mistake(
                        parameter.line(),
                        "there is no parameter \"" + name + "\"; write one of "
                                + String.join(", ", new TreeSet<>(parameters.keySet()))));
            } else if (parameter.value().contains("{{")) {
                mistakes.add(new Mistake(
                        parameter.line(),
                        name + " holds \"{{\", which Camel would replace; write the" + " value itself"));
            }
        });
        if (entry.text("scenario").isEmpty()) {
            mistakes.add(new Mistake(
                    entry.line(), "the parameter \"scenario\" is missing; add it, such as s3://photos->cf://photos"));
        }
    }

    private void checkSetting(YamlEntry entry, String name, Setting setting, List<Mistake> mistakes) {
        String text = entry.text(name);
        if (!text.isEmpty()) {
            complaint(setting, text)
                    .ifPresent(wanted -> mistakes.add(
                            new Mistake(entry.lineOf(name), name + " is \"" + text + "\"; write " + wanted)));
            if (setting == Setting.WEBHOOK || setting == Setting.PING) {
                new NoticeSettings(settings)
                        .mistakes(setting, text)
                        .forEach(mistake -> mistakes.add(new Mistake(entry.lineOf(name), mistake)));
            }
        }
    }

    /** What never begins would be silent for ever. */
    private void checkTimes(YamlEntry entry, ScheduledScenario read, List<Mistake> mistakes) {
        if (Timetables.of(read, settings).after(Instant.now()).isEmpty()) {
            mistakes.add(new Mistake(
                    entry.lineOf("cron"),
                    "cron is \"" + entry.text("cron") + "\"; write times outside of not-between ("
                            + read.over(settings).text(Setting.NOT_BETWEEN) + "), in which nothing begins"));
        }
    }

    private Optional<String> complaint(Setting setting, String text) {
        return switch (setting) {
            case WEBHOOK, PING -> new NoticeSettings(settings).complaint(setting, text);
            default -> setting.kind().complaint(text);
        };
    }

    private YamlEntry withDefaults(YamlEntry entry) {
        Map<String, YamlEntry.Parameter> all = new HashMap<>(entry.parameters());
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                all.putIfAbsent(name, new YamlEntry.Parameter(value, entry.line()));
            }
        });
        return new YamlEntry(entry.name(), entry.line(), all);
    }

    /** All mistakes of an entry are told together. */
    private void add(YamlEntry entry, List<ScheduledScenario> scenarios, List<Mistake> mistakes) {
        int before = mistakes.size();
        RunSettings.BY_NAME.forEach((name, setting) -> checkSetting(entry, name, setting, mistakes));
        try {
            Filters.parse(entry.text(FILTERS));
        } catch (InvalidFilterException e) {
            mistakes.add(new Mistake(entry.lineOf(FILTERS), FILTERS + " gives " + e.getMessage()));
        }
        try {
            Scenario scenario = parser.parse(entry.text("scenario"));
            String trigger = Triggers.of(entry, scenario);
            Map<String, String> written = new HashMap<>();
            entry.parameters().forEach((name, parameter) -> written.put(name, parameter.value()));
            if (mistakes.size() == before) {
                ScheduledScenario read =
                        new ScheduledScenario(entry.name(), path, entry.line(), scenario, trigger, written);
                checkTimes(entry, read, mistakes);
                scenarios.add(read);
            }
        } catch (InvalidScenarioException e) {
            mistakes.add(new Mistake(entry.lineOf("scenario"), String.valueOf(e.getMessage())));
        } catch (Triggers.UnusableException e) {
            mistakes.add(new Mistake(entry.lineOf(e.parameter()), String.valueOf(e.getMessage())));
        }
    }
}
