package org.multicloudmirror.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A user and a key in files, as Kubernetes mounts them: links into a directory that is swapped as a whole. */
public final class MountedSecrets {

    private final Path mounted;

    /**
     * @param mounted made with both files
     */
    public MountedSecrets(Path mounted, String user, String key) {
        this.mounted = mounted;
        try {
            Files.createDirectories(mounted);
            replace(user, key);
            Files.createSymbolicLink(mounted.resolve("user"), Path.of("..data/user"));
            Files.createSymbolicLink(mounted.resolve("key"), Path.of("..data/key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both at once. */
    public void replace(String user, String key) {
        try {
            Path fresh = Files.createTempDirectory(mounted, "..v");
            for (Map.Entry<String, String> file :
                    Map.of("user", user, "key", key).entrySet()) {
                Path written = Files.writeString(fresh.resolve(file.getKey()), file.getValue() + "\n");
                Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
            }
            Path link = Files.createSymbolicLink(mounted.resolve("..data_tmp"), fresh.getFileName());
            Files.move(link, mounted.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path user() {
        return mounted.resolve("user");
    }

    public Path key() {
        return mounted.resolve("key");
    }
}
