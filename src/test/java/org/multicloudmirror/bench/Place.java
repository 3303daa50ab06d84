package org.multicloudmirror.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.multicloudmirror.it.servers.CertificateAuthority;

/** A directory for the settings, the state and the output of the clients, which goes with the benchmark. */
final class Place implements AutoCloseable {

    private final Path directory = Files.createTempDirectory("mirror-bench");
    private final CertificateAuthority authority = new CertificateAuthority(directory);

    Place() throws IOException {}

    /** Who vouches for the TLS end. */
    CertificateAuthority authority() {
        return authority;
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
