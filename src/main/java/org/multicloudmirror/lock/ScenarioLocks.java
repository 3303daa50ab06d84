package org.multicloudmirror.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.multicloudmirror.scenario.Scenario;

/**
 * One run of a scenario at a time on this machine, whoever starts it. The operating system holds the lock and lets it
 * go with the process, so that a killed run leaves none; the file stays and says who had it.
 */
public final class ScenarioLocks {

    private static final int HOLDER_LIMIT = 200;
    private static final int STICKY_FOR_ALL = 01777;

    /**
     * Those that this process has, and how it says so. Their files are not opened again meanwhile: Linux gives up all of a
     * process's locks on a file when the process closes the file, whichever of its descriptors that is.
     */
    private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

    private final Path directory;

    /**
     * @param directory for the lock files; made, for all users, when it is missing
     */
    public ScenarioLocks(Path directory) {
        this.directory = directory;
    }

    /** A lock that is held until it is closed. */
    public record Held(Path path, FileChannel file) implements AutoCloseable {
        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("closing a scenario's lock", e);
            } finally {
                HELD.remove(path);
            }
        }
    }

    /**
     * The lock of a scenario, or nothing when another run has it.
     *
     * @throws UncheckedIOException when the lock file cannot be used; it names the file
     */
    public Optional<Held> tryAcquire(Scenario scenario) {
        Path file = file(scenario);
        try {
            makeDirectory();
            file = real(scenario);
            String holder = "pid " + ProcessHandle.current().pid() + ", since "
                    + Instant.now().truncatedTo(ChronoUnit.SECONDS);
            if (HELD.putIfAbsent(file, holder) != null) {
                return Optional.empty();
            }
            Optional<Held> held = Optional.empty();
            try {
                held = locked(file, holder);
                return held;
            } finally {
                if (held.isEmpty()) {
                    HELD.remove(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the lock " + file + " cannot be used (" + e.getMessage() + "); set mirror.lock-dir", e);
        }
    }

    private static Optional<Held> locked(Path file, String holder) throws IOException {
        FileChannel channel = open(file);
        boolean isHeld = false;
        try {
            if (!isLocked(channel)) {
                return Optional.empty();
            }
            channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            share(file);
            isHeld = true;
            return Optional.of(new Held(file, channel));
        } finally {
            if (!isHeld) {
                channel.close();
            }
        }
    }

    /** Who holds a scenario's lock, or held it last, such as {@code pid 4711, since 2026-11-23T04:00:01Z}. */
    public String holder(Scenario scenario) {
        try {
            Path file = real(scenario);
            String own = HELD.get(file);
            String text = own == null ? Files.readString(file) : own;
            return text.substring(0, Math.min(HOLDER_LIMIT, text.length())).replaceAll("\\p{Cntrl}", "?");
        } catch (IOException e) {
            return "a process that cannot be told";
        }
    }

    /** What is there is not created: of another user's file in a sticky directory Linux would refuse that. */
    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
        }
    }

    private void makeDirectory() throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Files.createDirectories(directory);
        try {
            // like the temporary directory: everyone may add a lock, no one may remove another's
            Files.setAttribute(directory, "unix:mode", STICKY_FOR_ALL);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            // a file system without modes needs none
        }
    }

    /** Another user's run must be able to lock the same file. */
    private static void share(Path file) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (IOException | UnsupportedOperationException e) {
            // another user's file has its mode already, and a file system without modes needs none
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // something else in this process has it
            return false;
        }
    }

    /** By one name, whichever way the directory is named. */
    private Path real(Scenario scenario) throws IOException {
        return directory.toRealPath().resolve(scenario.fileName() + ".lock");
    }

    private Path file(Scenario scenario) {
        return directory.resolve(scenario.fileName() + ".lock");
    }
}
