package org.multicloudmirror.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.rotation.Rotating;

/** Whom TLS believes. Chains and host names are always checked; there is no way around it. */
public final class Trust {

    private Trust() {}

    /**
     * Java's own certificates and those of a file.
     *
     * @param pem one certificate or more, each between its BEGIN and END line
     * @throws IOException when the file cannot be read
     * @throws CertificateException when it holds something else, or nothing
     */
    public static SSLContext with(Path pem) throws IOException, CertificateException {
        Collection<? extends Certificate> added = read(pem);
        try {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            for (TrustManager manager : managers(null)) {
                if (manager instanceof X509TrustManager javas) {
                    for (X509Certificate certificate : javas.getAcceptedIssuers()) {
                        all.setCertificateEntry("java-" + all.size(), certificate);
                    }
                }
            }
            for (Certificate certificate : added) {
                all.setCertificateEntry("added-" + all.size(), certificate);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(all), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /**
     * How connections are encrypted. The client's own check of the host name tells for whom a certificate is, where Java's
     * tells for whom it is not. Nothing is made before the first connection: without encryption neither Java's
     * certificates nor native code are needed.
     *
     * @param trust null for Java's own certificates
     */
    static TlsSocketStrategy strategy(@Nullable Rotating<SSLContext> trust) {
        return (socket, host, port, attachment, exchange) -> {
            NativeCrypto.install();
            return new DefaultClientTlsStrategy(
                            trust == null ? SSLContexts.createSystemDefault() : trust.now(),
                            HttpsSupport.getSystemProtocols(),
                            HttpsSupport.getSystemCipherSuits(),
                            SSLBufferMode.STATIC,
                            HostnameVerificationPolicy.CLIENT,
                            HttpsSupport.getDefaultHostnameVerifier())
                    .upgrade(socket, host, port, attachment, exchange);
        };
    }

    private static Collection<? extends Certificate> read(Path pem) throws IOException, CertificateException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(pem))) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new CertificateException("no certificate");
            }
            return found;
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
