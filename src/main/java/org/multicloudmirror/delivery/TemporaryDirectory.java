package org.multicloudmirror.delivery;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory for files that others read by their names. A lock in it tells that its process lives; what a process left that
 * was killed is removed by the next one of the same user.
 */
final class TemporaryDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryDirectory.class);
    private static final String NAME = "multi-cloud-mirror-files-";
    private static final String LOCK = "lock";

    /**
     * Those of this process, which it must not look at as those of others: Linux gives up all of a process's locks on a
     * file when the process closes the file, whichever of its descriptors that is.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel lock;

    private TemporaryDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Makes one, and removes those that were left behind beside it.
     *
     * @throws IOException when it cannot be made
     */
    static TemporaryDirectory in(Path parent) throws IOException {
        // readable for its owner only
        Path directory = Files.createTempDirectory(parent.toRealPath(), NAME);
        OWN.add(directory);
        try {
            TemporaryDirectory made = new TemporaryDirectory(directory, locked(directory));
            sweep(parent.toRealPath(), directory);
            return made;
        } catch (IOException | RuntimeException e) {
            // without descriptors or room; nobody would know that it is left
            OWN.remove(directory);
            remove(directory);
            throw e;
        }
    }

    private static FileChannel locked(Path directory) throws IOException {
        Path made = directory.resolve(LOCK + ".new");
        FileChannel channel = FileChannel.open(made, CREATE_NEW, WRITE);
        channel.lock();
        // nobody sees the file without its lock
        Files.move(made, directory.resolve(LOCK));
        return channel;
    }

    /** A new file in it. */
    Path file(String prefix, String suffix) throws IOException {
        return Files.createTempFile(directory, prefix, suffix);
    }

    @Override
    public void close() {
        try (lock) {
            remove(directory);
        } catch (IOException e) {
            LOG.warn("temporary files stay behind in {}: {}", directory, e.getMessage());
        } finally {
            OWN.remove(directory);
        }
    }

    /** Whatever cannot be looked at belongs to somebody else, or to who comes next. */
    private static void sweep(Path parent, Path own) {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, NAME + "*")) {
            UserPrincipal user = Files.getOwner(own, NOFOLLOW_LINKS);
            for (Path other : others) {
                if (!OWN.contains(other)
                        && Files.isDirectory(other, NOFOLLOW_LINKS)
                        && Files.getOwner(other, NOFOLLOW_LINKS).equals(user)) {
                    removeIfLeft(other);
                }
            }
        } catch (IOException e) {
            LOG.debug("what others left in {} stays: {}", parent, e.getMessage());
        }
    }

    private static void removeIfLeft(Path directory) {
        Path file = directory.resolve(LOCK);
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            // it is being made, or removed
            return;
        }
        try (FileChannel channel = FileChannel.open(file, WRITE, NOFOLLOW_LINKS);
                FileLock free = channel.tryLock()) {
            if (free != null) {
                remove(directory);
                LOG.info("removed what a run that was killed left: {}", directory);
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is of this process", directory);
        } catch (IOException e) {
            LOG.debug("{} stays: {}", directory, e.getMessage());
        }
    }

    private static void remove(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }
}
