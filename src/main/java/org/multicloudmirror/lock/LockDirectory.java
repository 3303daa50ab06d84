package org.multicloudmirror.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that runs of several users have their locks in. It is trusted when it is root's or ours, and whoever else
 * may write there may not remove what is another's: elsewhere somebody could put a link in the place of a file.
 *
 * @param path where it is
 * @param user the number of the user who runs this; -1 where users have none
 */
record LockDirectory(Path path, int user) {

    private static final Logger LOG = LoggerFactory.getLogger(LockDirectory.class);
    private static final String NAME = "multi-cloud-mirror-locks";
    private static final int ROOT = 0;
    private static final int NO_NUMBER = -1;
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 0022;
    private static final int FOR_ALL = 01777;

    /** One that somebody has named. */
    static LockDirectory named(Path path) {
        return new LockDirectory(path, thisUser());
    }

    /** The one for all users of this machine. */
    static LockDirectory usual() {
        return usual(Path.of("/run"), Path.of(System.getProperty("java.io.tmpdir")), thisUser());
    }

    /**
     * Root's is where nobody else can make one, and all use it once it is there; before, the temporary directory has it.
     *
     * @param run where only root can make something
     * @param temporary where everyone can
     */
    static LockDirectory usual(Path run, Path temporary, int user) {
        LockDirectory roots = new LockDirectory(run.resolve(NAME), user);
        if (user == ROOT ? Files.isWritable(run) : Files.isDirectory(roots.path) && roots.isTrusted()) {
            return roots;
        }
        LockDirectory shared = new LockDirectory(temporary.resolve(NAME), user);
        if (!Files.exists(shared.path, LinkOption.NOFOLLOW_LINKS) || shared.isTrusted()) {
            return shared;
        }
        LockDirectory own = new LockDirectory(temporary.resolve(NAME + "-" + user), user);
        LOG.warn(
                "{} could be changed by others than root and this user; the locks are in {}, where other users' runs do not"
                        + " see them: have root remove it, or set mirror.lock-dir",
                shared.path,
                own.path);
        return own;
    }

    /** The number of the user who runs this. */
    private static int thisUser() {
        try {
            // who it belongs to is who it is about
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return ofNewFile();
        }
    }

    private static int ofNewFile() {
        try {
            Path file = Files.createTempFile("user-", "");
            try {
                return (Integer) Files.getAttribute(file, "unix:uid");
            } finally {
                Files.delete(file);
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return NO_NUMBER;
        }
    }

    /** Makes it, for all users, when it is missing. */
    void make() throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(path);
            // like the temporary directory: everyone may add a lock, no one may remove another's
            Files.setAttribute(path, "unix:mode", FOR_ALL);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path)) {
                throw e;
            }
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            // a file system without modes needs none
        }
    }

    /** Whether nobody but root and this user can take away or replace a file of this user's in it. */
    boolean isTrusted() {
        try {
            Object owner = Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
            return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                    && (owner.equals(ROOT) || owner.equals(user))
                    && ((mode & OTHERS_WRITE) == 0 || (mode & STICKY) != 0);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("the directory of locks " + path + " cannot be looked at", e);
        }
    }

    /** By one name, whichever way it is named. */
    LockDirectory real() throws IOException {
        return new LockDirectory(path.toRealPath(), user);
    }

    /** The lock file of a name. */
    Path file(String name) {
        return path.resolve(name);
    }
}
