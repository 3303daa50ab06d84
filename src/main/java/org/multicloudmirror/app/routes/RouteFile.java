package org.multicloudmirror.app.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file with routes.
 *
 * @param name such as {@code mirror-copy.camel.yaml}
 * @param path where it is; empty for one that is inside the jar
 */
public record RouteFile(String name, Optional<Path> path) {

    /** What routes of an earlier version name, and the shipped ones do not any more. */
    private static final List<String> EARLIER_NAMES =
            List.of("(${header.MirrorTask}", "ref: is-queued", "ref: make-skip", "executorService: mirror-delete");

    /** Whether the jar has a file of this name: the program does not work without. */
    public boolean isNeeded() {
        return ShippedRoutes.names().contains(name);
    }

    /** Its path, or its place in the jar. */
    public String place() {
        return path.map(Path::toString).orElse("routes/" + name + " of the jar");
    }

    /** Its name and where it is from, for people to read. */
    public String described() {
        return name + "  " + path.map(own -> own.getParent() + ", " + origin()).orElse("the jar");
    }

    private String origin() {
        if (!isNeeded()) {
            return "your own";
        }
        try {
            return CopyMark.without(text()).equals(ShippedRoutes.text(name)) ? "as shipped" : "edited";
        } catch (IOException e) {
            return "cannot be read";
        }
    }

    /** Whether it names what the next version will not have. */
    boolean isOfEarlierVersion() {
        return names(EARLIER_NAMES);
    }

    /** Whether it is not the jar's, and has one of these in its text. */
    boolean names(List<String> parts) {
        if (path.isEmpty()) {
            return false;
        }
        try {
            String text = text();
            for (String part : parts) {
                if (text.contains(part)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // whoever loads it tells
        }
    }

    /** What it holds. */
    public String text() throws IOException {
        return path.isPresent() ? Files.readString(path.get()) : ShippedRoutes.text(name);
    }
}
