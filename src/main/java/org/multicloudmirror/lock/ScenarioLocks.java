package org.multicloudmirror.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.multicloudmirror.scenario.Scenario;

/**
 * One run of a scenario at a time on this machine, whoever starts it, and none beside one that would delete what it
 * copies. The operating system holds the lock and lets it go with the process, so that a killed run leaves none; the file
 * stays and says who had it.
 */
public final class ScenarioLocks {

    private static final String ENDING = ".lock";
    private static final int STICKY_FOR_ALL = 01777;

    /**
     * Those that this process has. Their files are not opened again meanwhile: Linux gives up all of a process's locks on a
     * file when the process closes the file, whichever of its descriptors that is.
     */
    private static final Map<Path, Holder> HELD = new ConcurrentHashMap<>();

    private final Path directory;
    private final UnaryOperator<String> service;
    private final boolean hasPartsAsContent;

    /**
     * @param directory for the lock files; made, for all users, when it is missing
     * @param service tells what a store's name stands for: the same for two names of one service
     * @param hasPartsAsContent whether containers of the parts of large objects are mirrored like any other
     */
    public ScenarioLocks(Path directory, UnaryOperator<String> service, boolean hasPartsAsContent) {
        this.directory = directory;
        this.service = service;
        this.hasPartsAsContent = hasPartsAsContent;
    }

    /** A lock that is held until it is closed. */
    public static final class Held implements AutoCloseable {

        private final Path path;
        private final FileChannel file;
        private final Holder holder;

        private Held(Path path, FileChannel file, Holder holder) {
            this.path = path;
            this.file = file;
            this.holder = holder;
        }

        /** Its file. */
        public Path path() {
            return path;
        }

        @Override
        public void close() {
            try (file) {
                holder.withdraw(file);
            } catch (IOException e) {
                throw new UncheckedIOException("closing a scenario's lock", e);
            } finally {
                HELD.remove(path);
            }
        }
    }

    /**
     * What came of asking for a lock.
     *
     * @param held empty when another run is in the way
     * @param obstacle which one, in words; empty when there is none
     */
    public record Attempt(Optional<Held> held, String obstacle) {}

    /**
     * Asks for the lock of a scenario.
     *
     * @param deletes whether the run deletes what the source has not
     * @throws UncheckedIOException when the lock file cannot be used; it names the file
     */
    public Attempt tryAcquire(Scenario scenario, boolean deletes) {
        String name = scenario.fileName() + ENDING;
        try {
            makeDirectory();
            Path real = directory.toRealPath();
            Holder holder = Holder.now(Claim.of(scenario, deletes, service));
            return DirectoryMutex.alone(real, () -> attempt(real.resolve(name), holder));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the lock " + directory.resolve(name) + " cannot be used (" + e.getMessage()
                            + "); set mirror.lock-dir",
                    e);
        }
    }

    private Attempt attempt(Path file, Holder holder) throws IOException {
        Holder own = HELD.get(file);
        if (own != null) {
            return refused("another run has it: " + own.who());
        }
        FileChannel channel = LockFile.open(file);
        boolean isHeld = false;
        try {
            if (!LockFile.lock(channel)) {
                return refused("another run has it: " + Holder.whoHas(file));
            }
            Optional<Holder> other = inTheWay(holder.claim(), file);
            if (other.isPresent()) {
                return refused("\"" + other.get().claim().scenario() + "\" is under way ("
                        + other.get().who() + "), and with --delete one would delete what the other copies");
            }
            holder.write(channel);
            LockFile.share(file);
            HELD.put(file, holder);
            isHeld = true;
            return new Attempt(Optional.of(new Held(file, channel, holder)), "");
        } finally {
            if (!isHeld) {
                channel.close();
            }
        }
    }

    private static Attempt refused(String obstacle) {
        return new Attempt(Optional.empty(), obstacle);
    }

    /** A run of another scenario beside which one must not be. */
    private Optional<Holder> inTheWay(Claim claim, Path own) throws IOException {
        Path directory = Objects.requireNonNull(own.getParent());
        for (Map.Entry<Path, Holder> held : HELD.entrySet()) {
            if (directory.equals(held.getKey().getParent())
                    && claim.isInTheWayOf(held.getValue().claim(), hasPartsAsContent)) {
                return Optional.of(held.getValue());
            }
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + ENDING)) {
            for (Path file : files) {
                if (!file.equals(own) && !HELD.containsKey(file)) {
                    Optional<Holder> other =
                            Holder.read(file).filter(found -> claim.isInTheWayOf(found.claim(), hasPartsAsContent));
                    if (other.isPresent() && isHeld(file)) {
                        return other;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether another process has it. */
    private static boolean isHeld(Path file) throws IOException {
        try (FileChannel channel = LockFile.open(file)) {
            return !LockFile.lock(channel);
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
}
