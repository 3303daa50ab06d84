package org.multicloudmirror.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes small files that are there as a whole or not at all. */
final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes one; until it has its mode, its user alone can read it.
     *
     * @param mode such as {@code rw-r--r--}
     */
    static void write(Path file, String text, String mode) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(file + " is no file's name");
        }
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(directory, ".", ".new");
        try {
            Files.writeString(fresh, text);
            setMode(fresh, mode);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void setMode(Path file, String mode) throws IOException {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        } catch (UnsupportedOperationException e) {
            // a file system without modes needs none
        }
    }
}
