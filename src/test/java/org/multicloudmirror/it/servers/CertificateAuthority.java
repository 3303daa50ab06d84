package org.multicloudmirror.it.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of a test's own, made by {@code keytool} when it is needed, and the servers that it vouches for. */
public final class CertificateAuthority {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path directory;

    /**
     * @param directory where its files go
     */
    public CertificateAuthority(Path directory) {
        this.directory = directory;
        keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Test Authority", "-ext", "bc:c", "-keyalg", "EC");
        keytool("-exportcert", "-alias", "ca", "-rfc", "-file", certificate().toString());
    }

    /** Its certificate, in PEM form. */
    public Path certificate() {
        return directory.resolve("ca.pem");
    }

    /**
     * The identity of a server.
     *
     * @param name the server's, as in {@code dns:localhost} or {@code ip:127.0.0.1}
     */
    public SSLContext server(String name) {
        sign(name);
        try {
            KeyStore store = keys();
            for (String other : Collections.list(store.aliases())) {
                if (!other.equals(name)) {
                    store.deleteEntry(other);
                }
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The same as a file with the private key and the certificate, in PEM form.
     *
     * @param name the server's, as in {@code ip:127.0.0.1}
     */
    public Path serverFile(String name) {
        sign(name);
        Path file = directory.resolve("identity.pem");
        try {
            byte[] key = keys().getKey(name, PASSWORD).getEncoded();
            String text = Base64.getMimeEncoder().encodeToString(key);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n"
                            + Files.readString(directory.resolve("server.pem")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    private void sign(String name) {
        String request = directory.resolve("server.csr").toString();
        String signed = directory.resolve("server.pem").toString();
        keytool("-genkeypair", "-alias", name, "-dname", "CN=Test Server", "-keyalg", "EC");
        keytool("-certreq", "-alias", name, "-file", request);
        keytool("-gencert", "-alias", "ca", "-infile", request, "-outfile", signed, "-ext", "san=" + name, "-rfc");
        keytool("-importcert", "-alias", name, "-file", signed, "-noprompt");
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(store())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        }
    }

    private Path store() {
        return directory.resolve("keys.p12");
    }

    private void keytool(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of("-keystore", store().toString(), "-storepass", new String(PASSWORD)));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
