package org.multicloudmirror.stores;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.multicloudmirror.http.Trust;
import org.multicloudmirror.rotation.Origin;
import org.multicloudmirror.rotation.Rotating;
import org.multicloudmirror.settings.FileProblem;
import org.multicloudmirror.settings.InvalidSettingException;

/** The file of certificates that {@code mirror.http.ca} names. */
record CaFile(Path file, String origin) implements Origin<SSLContext> {

    /**
     * Whom it has TLS believe.
     *
     * @throws InvalidSettingException when it cannot be used
     */
    static Rotating<SSLContext> of(Path file, String origin) {
        CaFile written = new CaFile(file, origin);
        return new Rotating<>(written.read(), written);
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }

    @Override
    public SSLContext read() {
        String problem;
        try {
            return Trust.with(file);
        } catch (CertificateException e) {
            problem = "holds no certificate in PEM form";
        } catch (IOException e) {
            problem = "cannot be read (" + FileProblem.words(e) + ")";
        }
        throw new InvalidSettingException("mirror.http.ca (from " + origin + ") names " + file + ", which " + problem
                + "; write certificates there, each from its BEGIN CERTIFICATE line to its END CERTIFICATE line");
    }
}
