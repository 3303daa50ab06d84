package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.ScriptedCloud;
import org.multicloudmirror.cloud.Service;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.process.ServedMirror;
import org.multicloudmirror.it.servers.CertificateAuthority;
import org.multicloudmirror.it.servers.TlsProxy;
import org.multicloudmirror.testing.MountedSecrets;
import org.multicloudmirror.testing.ScheduledText;

/** A service goes on while its keys, passwords, tokens and certificates are replaced one after another. */
class RotationIT {

    private final ScriptedCloud cloud = ScriptedCloud.start();
    private final Path directory;
    private int objects;

    RotationIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void nothingFailsWhileSecretsAreReplaced() throws IOException {
        for (Service service : new Service[] {cloud.s3(), cloud.swift()}) {
            service.createBucket("src").createBucket("dst");
        }
        CertificateAuthority old = new CertificateAuthority(Files.createDirectory(directory.resolve("old")));
        CertificateAuthority other = new CertificateAuthority(Files.createDirectory(directory.resolve("other")));
        Path ca = Files.copy(old.certificate(), directory.resolve("ca.pem"));
        MountedSecrets s3 = new MountedSecrets(directory.resolve("s3"), Service.USER, Service.KEY);
        MountedSecrets swift = new MountedSecrets(directory.resolve("swift"), Service.USER, Service.KEY);
        Path scenarios = Files.writeString(
                directory.resolve("scenarios.yaml"),
                ScheduledText.of("there", "scenario", "s3://src->cf://dst", "every", "1s")
                        + ScheduledText.of("back", "scenario", "cf://src->s3://dst", "poll", "1s"));
        try (cloud;
                TlsProxy front =
                        new TlsProxy(old.server("dns:s3.example"), cloud.s3().url())) {
            ServedMirror served = new Mirror(directory)
                    .store("s3", Map.of("endpoint", "https://s3.example", "region", "us-east-1"))
                    .store("s3", Map.of("access-key", "file:" + s3.user(), "secret-key", "file:" + s3.key()))
                    .store("cf", cloud.swiftStore())
                    .store("cf", Map.of("identity", "file:" + swift.user(), "credential", "file:" + swift.key()))
                    .setting("mirror.http.proxy", "http://127.0.0.1:" + front.port())
                    .setting("mirror.http.ca", ca)
                    // a token that was just given out is not renewed for some seconds
                    .setting("mirror.retry.delay", 1000)
                    .serve(scenarios);
            assertGoesOn(served);

            s3.replace("s3-user", "s3-key");
            cloud.s3().rotate("s3-user", "s3-key");
            assertGoesOn(served);

            swift.replace("swift:user", "swift-key");
            cloud.swift().rotate("swift:user", "swift-key");
            assertGoesOn(served);

            cloud.swift().rotate("swift:user", "swift-key");
            assertGoesOn(served);

            front.identity(other.server("dns:s3.example"));
            Files.move(
                    Files.copy(other.certificate(), directory.resolve("fresh.pem")),
                    ca,
                    StandardCopyOption.ATOMIC_MOVE);
            served.awaitErr("read again, as it was replaced: " + ca);
            assertGoesOn(served);

            MirrorRun run = served.end();
            assertThat(run.err())
                    .doesNotContain("ERROR", "some-failed", "COULD NOT RUN")
                    .doesNotContain("-key");
            assertThat(run.errLines())
                    .filteredOn(line -> line.contains(" ended: "))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains(" copied", " 0 failed"));
        }
    }

    /** An object of each side arrives at the other. */
    private void assertGoesOn(ServedMirror served) {
        String key = "k" + objects++;
        for (Protocol protocol : Protocol.values()) {
            cloud.service(protocol).put("src", key, "x");
        }
        for (Protocol protocol : Protocol.values()) {
            await(key + " at " + protocol)
                    .until(() -> cloud.service(protocol).object("dst", key).isPresent()
                            || !served.process().isAlive());
        }
        assertThat(served.process().isAlive()).as(served.process().err()).isTrue();
        for (String status : new String[] {"some-failed", "could-not-run"}) {
            assertThat(served.ended("there", status) + served.ended("back", status))
                    .as("%s", served.process().err())
                    .isZero();
        }
    }
}
