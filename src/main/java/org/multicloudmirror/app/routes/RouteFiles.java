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

    /** What is to be told of copies of which the shipped file has changed since. */
    public List<String> warnings() {
        return files.stream()
                .flatMap(file -> CopyMark.outdated(file).stream()
                        .map(version -> file.place() + " is a copy of version " + version
                                + ", and the shipped file has changed since; compare it with what multi-cloud-mirror routes"
                                + " --export DIR writes"))
                .toList();
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
