package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Crypto;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.process.StartedMirror;
import org.multicloudmirror.it.servers.CertificateAuthority;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.ObjectAnswer;

/** Native code is loaded for TLS alone, from where it was installed, and nothing depends on it. */
class NativeCryptoIT {

    private static final String LIBRARY = System.mapLibraryName("amazonCorrettoCryptoProvider");
    private static final ObjectAnswer CONTENT =
            new ObjectAnswer("0123456789".repeat(1000).getBytes(StandardCharsets.US_ASCII));

    @SuppressWarnings("NullAway.Init")
    private static Path certificate;

    @SuppressWarnings("NullAway.Init")
    private static SSLContext identity;

    private final FakeS3 plain = new FakeS3();
    private final FakeS3 encrypted = new FakeS3(identity);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Path directory;
    private final Mirror mirror;

    NativeCryptoIT(@TempDir Path directory) {
        this.directory = directory;
        mirror = new Mirror(directory)
                .store("http", plain.asStore())
                .store("https", encrypted.asStore())
                .setting("mirror.http.ca", certificate);
    }

    @BeforeAll
    static void vouch(@TempDir Path keys) {
        CertificateAuthority authority = new CertificateAuthority(keys);
        certificate = authority.certificate();
        identity = authority.server("dns:localhost");
    }

    @BeforeEach
    void fill() {
        for (FakeS3 s3 : new FakeS3[] {plain, encrypted}) {
            s3.object("src", "object", "0123456789".repeat(1000))
                    .next("GET src/object", CONTENT.pausingAfterHalf(reached, goOn));
        }
    }

    @AfterEach
    void close() {
        goOn.countDown();
        plain.close();
        encrypted.close();
    }

    @Test
    void isLoadedFromWhereItWasInstalledAndCopiedNowhere() throws IOException {
        assumeThereIsOne();
        StartedMirror started =
                mirror.start("--debug", "https://src->https://dst").awaitUntil(reached);

        assertThat(mappedFiles(started))
                .contains(Crypto.NATIVE.libraries().resolve(LIBRARY).toString());
        // a kill now would leave what is there
        assertThat(files()).isNotEmpty().noneMatch(file -> file.toString().contains("orretto"));
        goOn.countDown();
        MirrorRun run = started.await();
        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.err()).containsOnlyOnce("ciphers and hashes by Amazon Corretto Crypto Provider 2.");
    }

    /** It hashes in less than half the time of Java's own. */
    @Test
    void isLoadedForALargeObjectInTheClear() {
        assumeThereIsOne();
        goOn.countDown();
        plain.object("large", "object", "0123456789abcdef".repeat(1 << 19));

        MirrorRun run = mirror.run("--debug", "http://large->http://dst");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.err()).containsOnlyOnce("ciphers and hashes by Amazon Corretto Crypto Provider 2.");
    }

    @Test
    void isNotLoadedForSmallObjectsInTheClear() throws IOException {
        StartedMirror started =
                mirror.start("--debug", "http://src->http://dst").awaitUntil(reached);

        assertThat(mappedFiles(started)).contains("libjava").doesNotContain(LIBRARY);
        goOn.countDown();
        MirrorRun run = started.await();
        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.err()).doesNotContain("ciphers and hashes");
    }

    @Test
    void javasOwnCodeGoesOnWithoutASound() {
        String other = System.getProperty("os.arch").equals("amd64") ? "aarch64" : "amd64";
        Path foreign = Crypto.NATIVE.libraries().resolveSibling(other);
        assumeThereIsOne();
        goOn.countDown();

        for (Path libraries : new Path[] {Crypto.JAVA.libraries(), foreign}) {
            MirrorRun run = mirror.nativeLibraries(libraries).run("--quiet", "https://src->https://dst");

            assertThat(run.exitCode()).as("%s", run).isZero();
            assertThat(run.err()).isEmpty();
        }
        assertThat(mirror.run("--debug", "https://src->https://dst").err())
                .contains("ciphers and hashes by Java's own code: " + LIBRARY + " cannot be loaded");
    }

    @Test
    void validateSaysWhoseCodeItIs() {
        for (Crypto crypto : Crypto.values()) {
            MirrorRun run = mirror.nativeLibraries(crypto.libraries()).command("validate", "https://src->http://src");

            assertThat(run.exitCode()).as("%s", run).isZero();
            assertThat(run.outLines()).last().asString().startsWith("ok    TLS is encrypted by " + crypto.told());
            assertThat(run.err()).isEmpty();
        }
        assertThat(mirror.command("validate", "http://src->http://src").out()).doesNotContain("TLS");
    }

    @Test
    void theLauncherFindsIt() throws Exception {
        Path settings = directory.resolve("launcher.properties");
        Files.write(
                settings,
                Stream.concat(
                                Stream.of("mirror.http.ca=" + certificate),
                                encrypted.asStore().entrySet().stream()
                                        .map(property ->
                                                "mirror.stores.https." + property.getKey() + "=" + property.getValue()))
                        .toList());
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of("mirror").toAbsolutePath().toString(),
                        "validate",
                        "--config",
                        settings.toString(),
                        "https://src->https://src2")
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));

        int exitCode = builder.start().waitFor();

        assertThat(exitCode).as(Files.readString(err)).isZero();
        assertThat(Files.readString(out)).contains("ok    TLS is encrypted by " + Crypto.NATIVE.told());
        assertThat(Files.readString(err)).isEmpty();
    }

    private static void assumeThereIsOne() {
        assumeTrue(Files.isDirectory(Crypto.NATIVE.libraries()), "there is native code for Linux only");
    }

    private static String mappedFiles(StartedMirror started) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(started.pid()), "maps"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.toList();
        }
    }
}
