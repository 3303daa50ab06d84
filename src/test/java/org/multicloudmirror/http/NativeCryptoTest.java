package org.multicloudmirror.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What encrypts, by whether there is a library; the suite is run with one and without. */
@Tag("tls")
class NativeCryptoTest {

    private static final String LIBRARY = System.mapLibraryName("amazonCorrettoCryptoProvider");
    private static final String OURS = "MirrorNativePrimitives";

    private final Path directory;

    NativeCryptoTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void isInFrontWhereItCanBeLoaded() throws Exception {
        NativeCrypto.install();
        NativeCrypto.install();

        boolean isNative = isOnThePath();
        assertThat(NativeCrypto.inUse().orElseThrow())
                .startsWith(
                        isNative ? "Amazon Corretto Crypto Provider 2." : "Java's own code: there is no " + LIBRARY);
        assertThat(Security.getProvider(OURS) != null).isEqualTo(isNative);
        for (String name : new String[] {
            Cipher.getInstance("AES/GCM/NoPadding").getProvider().getName(),
            Cipher.getInstance("AES/CBC/NoPadding").getProvider().getName(),
            Mac.getInstance("HmacSHA256").getProvider().getName(),
            MessageDigest.getInstance("SHA-256").getProvider().getName()
        }) {
            assertThat(name.equals(OURS)).as(name).isEqualTo(isNative);
        }
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest("abc".getBytes(UTF_8))))
                .isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    }

    @Test
    void trustIsLeftToJava() throws Exception {
        NativeCrypto.install();

        for (String name : new String[] {
            Signature.getInstance("SHA256withRSA").getProvider().getName(),
            Signature.getInstance("SHA256withECDSA").getProvider().getName(),
            KeyFactory.getInstance("RSA").getProvider().getName(),
            new SecureRandom().getProvider().getName(),
            Cipher.getInstance("RSA/ECB/NoPadding").getProvider().getName()
        }) {
            assertThat(name).matches("S[uU][nN].*|NativePRNG");
        }
    }

    /** Padding is where the library has a hole (CVE-2026-134056), and AES without a mode is another one to Java. */
    @Test
    void whatTlsDoesNotUseIsLeftToJava() throws Exception {
        NativeCrypto.install();

        for (String name : new String[] {"AES", "AES/CBC/PKCS5Padding", "AES/CBC/ISO10126Padding"}) {
            assertThat(Cipher.getInstance(name).getProvider().getName())
                    .as(name)
                    .isEqualTo("SunJCE");
        }
    }

    @Test
    void isNotTriedWithoutALibrary() {
        assertThat(NativeCrypto.obstacle(directory + File.pathSeparator + directory, ""))
                .contains("there is no " + LIBRARY + " on java.library.path (" + directory + File.pathSeparator
                        + directory + ")");
    }

    /** On Windows it may be quoted. */
    @Test
    void passesByWhatIsNoPath() throws IOException {
        assertThat(NativeCrypto.obstacle("\0", "")).contains("there is no " + LIBRARY + " on java.library.path (\0)");

        Files.createFile(directory.resolve(LIBRARY));
        assertThat(NativeCrypto.obstacle("\0" + File.pathSeparator + directory, ""))
                .isEmpty();
    }

    @Test
    void isNotTriedOnMusl() throws IOException {
        Files.createFile(directory.resolve(LIBRARY));

        assertThat(NativeCrypto.obstacle(directory.toString(), "7f00-7f01 r-xp 0 08:01 7 /lib/ld-musl-x86_64.so.1\n"))
                .contains(LIBRARY + " needs glibc, and this is musl");
        assertThat(NativeCrypto.obstacle(directory.toString(), "7f00-7f01 r-xp 0 08:01 7 /lib/libc.so.6\n"))
                .isEqualTo(Optional.empty());
    }

    private static boolean isOnThePath() {
        return NativeCrypto.obstacle(System.getProperty("java.library.path", ""), "")
                .isEmpty();
    }
}
