package org.multicloudmirror.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.multicloudmirror.it.servers.CertificateAuthority;

/** What speaks TLS before the load server; its cost is not the client's. */
interface TlsEnd extends Closeable {

    /** The loopback's name in the certificate. */
    String ADDRESS = "ip:127.0.0.1";

    int port();

    /** For the line that tells what was measured with. */
    String name();

    /**
     * The best that is there.
     *
     * @param port of the load server
     * @param directory for what it needs
     */
    static TlsEnd before(int port, CertificateAuthority authority, Path directory)
            throws IOException, InterruptedException {
        Optional<Path> haproxy = Machine.program("haproxy");
        return haproxy.isPresent()
                ? new Haproxy(haproxy.get(), port, authority.serverFile(ADDRESS), directory)
                : new Relay(port, authority.server(ADDRESS));
    }
}
