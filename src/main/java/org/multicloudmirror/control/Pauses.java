package org.multicloudmirror.control;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scenarios that are paused: a file each in the state directory, which says until when, or nothing. They are read
 * whenever somebody asks, so that it does not matter who writes them, and when.
 */
public final class Pauses {

    /** What stands for a pause without an end. */
    public static final Instant UNTIL_RESUMED = Instant.MAX;

    private static final String START = "paused-";
    private static final Logger LOG = LoggerFactory.getLogger(Pauses.class);

    private final Path directory;

    /**
     * @param directory the state directory; made when it is missing
     */
    public Pauses(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /**
     * Pauses a scenario.
     *
     * @param name letters, digits, dots and dashes
     * @param until {@link #UNTIL_RESUMED} for as long as nobody resumes it
     */
    void pause(String name, Instant until) throws IOException {
        // the service replaces what root has written, and reads it
        AtomicFile.write(file(name), until.equals(UNTIL_RESUMED) ? "" : until + "\n", "rw-r--r--");
    }

    /** Lets a scenario go on; false when it was not paused. */
    boolean resume(String name) throws IOException {
        boolean wasPaused = isPaused(name);
        Files.deleteIfExists(file(name));
        return wasPaused;
    }

    public boolean isPaused(String name) {
        return until(name).isPresent();
    }

    /** Until when a scenario is paused; empty when it is not, or not any more. */
    public Optional<Instant> until(String name) {
        return current(file(name));
    }

    /** Those that are paused, and until when. */
    public Map<String, Instant> all() throws IOException {
        Map<String, Instant> all = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, START + "*")) {
            for (Path each : files) {
                String name = String.valueOf(each.getFileName()).substring(START.length());
                current(each).ifPresent(end -> all.put(name, end));
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Map.of();
        }
        return all;
    }

    private static Optional<Instant> current(Path file) {
        Instant now = Instant.now();
        Optional<Instant> until = until(file);
        if (until.isPresent() && !until.get().isAfter(now)) {
            removeExpired(file, now);
            return until(file).filter(end -> end.isAfter(now));
        }
        return until;
    }

    /** Taken aside first: somebody may have paused anew since it was read. Who may not leaves it. */
    private static void removeExpired(Path file, Instant now) {
        Path aside = file.resolveSibling("." + UUID.randomUUID());
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            if (until(aside).filter(end -> end.isAfter(now)).isPresent()) {
                Files.move(aside, file);
            } else {
                Files.delete(aside);
            }
        } catch (IOException e) {
            LOG.debug("{} stays", file, e);
        }
    }

    /** What cannot be read pauses as well: nothing is to run that somebody has paused. */
    private static Optional<Instant> until(Path file) {
        try {
            String text = Files.readString(file).strip();
            return Optional.of(text.isEmpty() ? UNTIL_RESUMED : Instant.parse(text));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | DateTimeException e) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(UNTIL_RESUMED) : Optional.empty();
        }
    }

    private Path file(String name) {
        return directory.resolve(START + name);
    }
}
