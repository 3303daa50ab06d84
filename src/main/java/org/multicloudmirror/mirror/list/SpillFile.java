package org.multicloudmirror.mirror.list;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.multicloudmirror.mirror.list.SortSpace.Spilled;

/**
 * A file that is appended to, and gone when nothing in it is needed any more. Where files can be unlinked while they are
 * open, it is never seen: a process that is killed leaves none.
 */
final class SpillFile {

    private final FileChannel channel;
    private long size;
    private long inUse;

    private SpillFile(FileChannel channel) {
        this.channel = channel;
    }

    static SpillFile in(Path directory) throws IOException {
        Path name = directory.resolve("multi-cloud-mirror-listing-" + UUID.randomUUID() + ".tmp");
        boolean isPosix = name.getFileSystem().supportedFileAttributeViews().contains("posix");
        Set<StandardOpenOption> options = Set.of(CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE);
        return new SpillFile(
                isPosix
                        ? FileChannel.open(
                                name,
                                options,
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                        : FileChannel.open(name, options));
    }

    /** In bytes, what is not needed any more included. */
    long size() {
        return size;
    }

    /** Writes bytes to the end; by one thread at a time. */
    Spilled append(ByteBuffer bytes) throws IOException {
        long offset = size;
        int length = bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes, offset + length - bytes.remaining());
        }
        size += length;
        inUse++;
        return new Spilled(this, offset, length);
    }

    /** Something in it is not needed any more; true when nothing is, and the file is gone. */
    boolean release() throws IOException {
        inUse--;
        if (inUse == 0) {
            channel.close();
            return true;
        }
        return false;
    }

    byte[] read(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("a temporary file ended early");
            }
        }
        return bytes.array();
    }
}
