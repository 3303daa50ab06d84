package org.multicloudmirror.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/** A value that is kept in a file of its own, as container platforms mount secrets: {@code file:/run/secrets/key}. */
public final class SecretFile {

    private static final String SCHEME = "file:";
    private static final long LIMIT = 1024 * 1024;

    private SecretFile() {}

    /** Whether a value names a file instead of being the value. */
    static boolean isReference(String text) {
        return text.startsWith(SCHEME + "/");
    }

    static Path path(String reference) {
        return Path.of(reference.substring(SCHEME.length()).replaceFirst("^/+", "/"));
    }

    /**
     * The file's text without the white space around it.
     *
     * @throws InvalidSettingException when it cannot be read
     */
    static String read(Path file, String name, String origin) {
        try {
            if (Files.size(file) > LIMIT) {
                throw new IOException("more than 1 MiB");
            }
            return FileText.read(file).strip();
        } catch (IOException e) {
            throw new InvalidSettingException(origin + " sets " + name + " to the content of " + file
                    + ", which cannot be read (" + FileProblem.words(e)
                    + "); write file: and the absolute path of a text file, or the value itself");
        }
    }

    /** A line for the user when everyone on the machine can read a file that holds a secret. */
    public static Optional<String> warning(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)
                    ? Optional.of(
                            file + " holds a secret and can be read by everyone on this machine; chmod 600 " + file)
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            // a file system without modes tells nothing
            return Optional.empty();
        }
    }
}
