package org.multicloudmirror.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.multicloudmirror.settings.FileProblem;

/**
 * Where scheduled scenarios are written: a file, or the files of a directory, such as one of each team. Their names are
 * unique over all of them.
 */
final class ScenarioSource {

    private static final Pattern YAML = Pattern.compile("[^.].*\\.ya?ml");

    /** An empty list is meant; an empty file may be one that an editor or a full disk has cut off. */
    private static final Pattern SAYS_NONE = Pattern.compile("(?m)^\\s*\\[\\s*]\\s*(#.*)?$");

    private final Path place;
    private final Function<Path, ScenariosFile> files;
    private final ScenarioOverlaps overlaps;
    private final Predicate<ScheduledScenario> deletes;

    /**
     * @param place a file or a directory
     * @param files reads one of them
     * @param overlaps finds scenarios that are in each other's way
     * @param deletes which scenarios delete
     */
    ScenarioSource(
            Path place,
            Function<Path, ScenariosFile> files,
            ScenarioOverlaps overlaps,
            Predicate<ScheduledScenario> deletes) {
        this.place = place;
        this.files = files;
        this.overlaps = overlaps;
        this.deletes = deletes;
    }

    /**
     * What is to run from now on.
     *
     * @param texts what is scheduled now; a file that cannot be used is as it was before
     * @param complaints why files cannot be used, in lines
     */
    record Change(ScenarioTexts texts, List<ScheduledScenario> scenarios, List<String> complaints) {}

    Path place() {
        return place;
    }

    boolean isDirectory() {
        return Files.isDirectory(place);
    }

    /**
     * What is written now.
     *
     * @throws ScenariosFileException when it cannot be read
     */
    ScenarioTexts read() {
        if (!Files.isDirectory(place)) {
            return ScenarioTexts.of(place, files.apply(place).read());
        }
        SortedMap<Path, String> texts = new TreeMap<>();
        SortedMap<Path, String> unreadable = new TreeMap<>();
        try (Stream<Path> all = Files.list(place)) {
            all.filter(path -> YAML.matcher(String.valueOf(path.getFileName())).matches())
                    .forEach(path -> read(path, texts, unreadable));
        } catch (IOException e) {
            throw new ScenariosFileException(List.of(place + " cannot be read (" + FileProblem.words(e)
                    + "); restore it, or set mirror.scenarios to a file, or a directory of files"));
        }
        if (texts.isEmpty() && unreadable.isEmpty()) {
            throw new ScenariosFileException(
                    List.of(place + " has no file *.yaml; write one, or set mirror.scenarios to"
                            + " a file, or a directory of files"));
        }
        return new ScenarioTexts(texts, unreadable);
    }

    /** A link to nothing is there, and no pipe is waited for. */
    private void read(Path path, SortedMap<Path, String> texts, SortedMap<Path, String> unreadable) {
        if (!Files.isRegularFile(path)) {
            unreadable.put(path, path + " is no file, or a link to none; restore it, or remove it");
            return;
        }
        try {
            texts.put(path, files.apply(path).read());
        } catch (ScenariosFileException e) {
            unreadable.put(path, String.join("; ", e.lines()));
        }
    }

    /**
     * The scenarios of all files.
     *
     * @throws ScenariosFileException when there is a mistake in one
     */
    List<ScheduledScenario> parse(ScenarioTexts texts) {
        List<String> mistakes = new ArrayList<>(texts.unreadable().values());
        List<ScheduledScenario> all = each(texts, mistakes);
        if (mistakes.isEmpty()) {
            checkTogether(all, mistakes);
        }
        if (!mistakes.isEmpty()) {
            throw new ScenariosFileException(mistakes);
        }
        return all;
    }

    private List<ScheduledScenario> each(ScenarioTexts texts, List<String> mistakes) {
        List<ScheduledScenario> all = new ArrayList<>();
        texts.byFile().forEach((file, text) -> {
            try {
                all.addAll(files.apply(file).parse(text));
            } catch (ScenariosFileException e) {
                mistakes.addAll(e.lines());
            }
        });
        return all;
    }

    /** What becomes of an edit: of each file all or nothing. */
    Change change(ScenarioTexts now, ScenarioTexts before) {
        List<String> complaints = new ArrayList<>(now.unreadable().values());
        SortedMap<Path, String> usable = new TreeMap<>(before.byFile());
        usable.keySet().retainAll(now.unreadable().keySet());
        now.byFile().forEach((file, text) -> {
            if (isUsable(file, text, before.text(file), complaints)) {
                usable.put(file, text);
            } else if (before.byFile().containsKey(file)) {
                usable.put(file, before.text(file));
            }
        });
        ScenarioTexts after = new ScenarioTexts(usable);
        try {
            return new Change(after, parse(after), complaints);
        } catch (ScenariosFileException e) {
            complaints.addAll(e.lines());
            // what runs goes on, also where a store tells only now that two of them are in each other's way
            return new Change(before, each(before, new ArrayList<>()), complaints);
        }
    }

    private boolean isUsable(Path file, String text, String before, List<String> complaints) {
        if (text.equals(before)) {
            return true;
        }
        ScenariosFile reader = files.apply(file);
        try {
            if (!reader.parse(text).isEmpty() || SAYS_NONE.matcher(text).find() || reader.isEmpty(before)) {
                return true;
            }
            complaints.add(file + " names no scenario any more; write [] into it if none is to run");
        } catch (ScenariosFileException e) {
            complaints.addAll(e.lines());
        }
        return false;
    }

    /** What only shows between two files. */
    private void checkTogether(List<ScheduledScenario> all, List<String> mistakes) {
        Map<String, ScheduledScenario> byName = new HashMap<>();
        for (ScheduledScenario each : all) {
            ScheduledScenario other = byName.putIfAbsent(each.name(), each);
            if (other != null) {
                mistakes.add(
                        each.at() + ": routeId \"" + each.name() + "\" is also that of " + other.at() + "; rename one");
            }
        }
        overlaps.check(all, deletes, mistakes);
    }
}
