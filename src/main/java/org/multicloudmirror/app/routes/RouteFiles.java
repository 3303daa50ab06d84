package org.multicloudmirror.app.routes;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.multicloudmirror.settings.FileProblem;
import org.multicloudmirror.settings.InvalidSettingException;

/**
 * The files with routes that are in use: those of the jar, and those of directories, which win over them and over those
 * of the directories before, file by file.
 */
public final class RouteFiles {

    private static final String PATTERN = "*.camel.yaml";
    private static final String SHIPPED = " what multi-cloud-mirror routes --export DIR writes";
    private static final List<String> HOOKS = List.of("direct:after-run", "direct:on-failure");
    private static final String DELIVERY = "mirror-report.camel.yaml";
    private static final List<String> CALLS_HOOKS = List.of("direct:mirror-hooks");

    private final List<Path> directories;
    private final List<RouteFile> files;

    /**
     * @param directories those that are there; the last one wins
     * @throws InvalidSettingException when one cannot be read
     */
    public RouteFiles(List<Path> directories) {
        this.directories = List.copyOf(directories);
        TreeMap<String, RouteFile> byName = new TreeMap<>();
        ShippedRoutes.names().forEach(name -> byName.put(name, new RouteFile(name, Optional.empty())));
        directories.forEach(directory ->
                in(directory).forEach(path -> byName.put(name(path), new RouteFile(name(path), Optional.of(path)))));
        byName.remove(ShippedRoutes.SCENARIOS);
        this.files = List.copyOf(byName.values());
    }

    private static List<Path> in(Path directory) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, PATTERN)) {
            paths.forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new InvalidSettingException("the routes in " + directory + " cannot be read (" + FileProblem.words(e)
                    + "); make it readable, or name another directory");
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** All of them, by their names. */
    public List<RouteFile> all() {
        return files;
    }

    /** Those of names that the jar does not have. */
    public List<RouteFile> added() {
        return files.stream().filter(file -> !file.isNeeded()).toList();
    }

    /** Where they are, for people to read. */
    public String places() {
        List<String> places = new ArrayList<>();
        if (files.stream().anyMatch(file -> file.path().isEmpty())) {
            places.add("the jar");
        }
        directories.forEach(directory -> places.add(directory.toString()));
        return String.join(" and ", places);
    }

    /** What is to be told of files that are not made from what the jar has. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (RouteFile file : files) {
            Optional<String> version = CopyMark.outdated(file);
            if (version.isPresent()) {
                warnings.add(file.place() + " is a copy of version " + version.get()
                        + ", and the shipped file has changed since; compare it with" + SHIPPED);
            } else if (file.isOfEarlierVersion()) {
                warnings.add(file.place() + " is of an earlier version; it runs, and the next version will not take it;"
                        + " make your changes anew in" + SHIPPED);
            } else if (callsNoHooks(file) && hasHooks()) {
                warnings.add(file.place() + " is of an earlier version; " + String.join(" and ", HOOKS)
                        + " are not called; make your changes anew in" + SHIPPED);
            }
        }
        return warnings;
    }

    private static boolean callsNoHooks(RouteFile file) {
        return file.name().equals(DELIVERY) && file.path().isPresent() && !file.names(CALLS_HOOKS);
    }

    private boolean hasHooks() {
        return added().stream().anyMatch(file -> file.names(HOOKS));
    }

    /** The file of scheduled scenarios; empty when no directory has one. */
    public Optional<Path> scenarios() {
        return directories.stream()
                .map(directory -> directory.resolve(ShippedRoutes.SCENARIOS))
                .filter(Files::exists)
                .reduce((before, after) -> after);
    }

    /** The directories, the one that wins last. */
    public List<Path> directories() {
        return directories;
    }
}
