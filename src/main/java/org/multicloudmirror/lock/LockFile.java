package org.multicloudmirror.lock;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that runs of all users lock. */
final class LockFile {

    private LockFile() {}

    /**
     * Opens one, or makes it for all users, which is safe only where nobody else can put a link in its place.
     *
     * @param isTrusted whether its directory is so
     */
    static FileChannel open(Path file, boolean isTrusted) throws IOException {
        while (true) {
            try {
                // what is there is not created: of another user's file in a sticky directory Linux would refuse that
                return FileChannel.open(file, READ, WRITE, NOFOLLOW_LINKS);
            } catch (NoSuchFileException e) {
                try {
                    return made(file, isTrusted);
                } catch (FileAlreadyExistsException another) {
                    // another run was faster: its file is opened
                }
            }
        }
    }

    private static FileChannel made(Path file, boolean isTrusted) throws IOException {
        FileChannel made = FileChannel.open(file, CREATE_NEW, READ, WRITE, NOFOLLOW_LINKS);
        if (isTrusted) {
            try {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
            } catch (IOException | UnsupportedOperationException e) {
                // a file system without modes needs none
            }
        }
        return made;
    }

    /** Locks it, unless another process has. */
    static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // something else in this process has it
            return false;
        }
    }
}
