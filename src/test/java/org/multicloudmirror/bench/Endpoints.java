package org.multicloudmirror.bench;

import java.nio.file.Path;

/**
 * Where clients find the load server.
 *
 * @param plain its own port
 * @param secure that of the TLS end before it
 * @param authority the certificate that vouches for the latter, in PEM form
 */
record Endpoints(int plain, int secure, Path authority) {

    String url(Scheme scheme) {
        int port =
                switch (scheme) {
                    case HTTP -> plain;
                    case HTTPS -> secure;
                };
        return scheme + "://127.0.0.1:" + port;
    }
}
