package org.multicloudmirror.rotation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells cheaply that a file is another one, or was written to. Links are followed: Kubernetes swaps the directory
 * that a mounted secret's link leads to.
 *
 * @param inode null where the file system has none
 */
record FileMark(
        @Nullable FileTime modified, long size, @Nullable Object inode) {

    private static final FileMark MISSING = new FileMark(null, -1, null);

    /** More is no file of secrets. */
    private static final int LIMIT = 1024 * 1024;

    static List<FileMark> of(List<Path> files) {
        return files.stream().map(FileMark::of).toList();
    }

    private static FileMark of(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileMark(found.lastModifiedTime(), found.size(), found.fileKey());
        } catch (IOException e) {
            return MISSING;
        }
    }

    /** A hash of what each file holds, for files that are written twice in one tick of the clock. */
    static List<Optional<ByteBuffer>> contents(List<Path> files) {
        return files.stream().map(FileMark::content).toList();
    }

    private static Optional<ByteBuffer> content(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LIMIT
                    ? Optional.of(
                            ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
