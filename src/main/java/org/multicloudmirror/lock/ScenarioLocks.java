package org.multicloudmirror.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
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

    /**
     * Those that this process has. Their files are not opened again meanwhile: Linux gives up all of a process's locks on a
     * file when the process closes the file, whichever of its descriptors that is.
     */
    private static final Map<Path, Holder> HELD = new ConcurrentHashMap<>();

    private final LockDirectory directory;
    private final UnaryOperator<String> service;
    private final boolean hasPartsAsContent;

    /**
     * @param named the directory of the lock files, made, for all users, when it is missing; empty for the usual one
     * @param service tells what a store's name stands for: the same for two names of one service
     * @param hasPartsAsContent whether containers of the parts of large objects are mirrored like any other
     */
    public ScenarioLocks(Optional<Path> named, UnaryOperator<String> service, boolean hasPartsAsContent) {
        this.directory = named.map(LockDirectory::named).orElseGet(LockDirectory::usual);
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
            directory.make();
            LockDirectory real = directory.real();
            Holder holder = Holder.now(Claim.of(scenario, deletes, service));
            return DirectoryMutex.alone(real, () -> attempt(real, real.file(name), holder));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the lock " + directory.file(name) + " cannot be used ("
                            + (e instanceof AccessDeniedException ? "permission denied" : e.getMessage())
                            + "); have root make its directory with mode 1777, or set mirror.lock-dir",
                    e);
        }
    }

    private Attempt attempt(LockDirectory directory, Path file, Holder holder) throws IOException {
        Holder own = HELD.get(file);
        if (own != null) {
            return refused("another run has it: " + own.who());
        }
        FileChannel channel = LockFile.open(file, directory.isTrusted());
        boolean isHeld = false;
        try {
            if (!LockFile.lock(channel)) {
                return refused("another run has it: " + Holder.whoHas(file));
            }
            Optional<Holder> other = inTheWay(holder.claim(), directory, file);
            if (other.isPresent()) {
                return refused("\"" + other.get().claim().scenario() + "\" is under way ("
                        + other.get().who() + "), and with --delete one would delete what the other copies");
            }
            holder.write(channel);
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
    private Optional<Holder> inTheWay(Claim claim, LockDirectory directory, Path own) throws IOException {
        for (Map.Entry<Path, Holder> held : HELD.entrySet()) {
            if (directory.path().equals(held.getKey().getParent())
                    && claim.isInTheWayOf(held.getValue().claim(), hasPartsAsContent)) {
                return Optional.of(held.getValue());
            }
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.path(), "*" + ENDING)) {
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
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            return !LockFile.lock(channel);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
