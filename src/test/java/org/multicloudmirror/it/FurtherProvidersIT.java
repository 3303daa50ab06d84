package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jclouds.aws.s3.AWSS3ProviderMetadata;
import org.jclouds.azureblob.AzureBlobProviderMetadata;
import org.jclouds.b2.B2ApiMetadata;
import org.jclouds.filesystem.FilesystemApiMetadata;
import org.jclouds.googlecloud.config.GoogleCloudProperties;
import org.jclouds.googlecloudstorage.GoogleCloudStorageApiMetadata;
import org.jclouds.oauth.v2.AuthorizationApi;
import org.jclouds.s3.S3ApiMetadata;
import org.jclouds.sts.STSApiMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.FakeS3;

/** Providers whose jars lie in {@code lib/} are found by the packaged program, and say in one line what is wrong. */
class FurtherProvidersIT {

    private final Path directory;
    private final FakeS3 source = new FakeS3();
    private final Mirror mirror;
    private final String nowhere;

    FurtherProvidersIT(@TempDir Path directory) throws IOException {
        this.directory = directory;
        source.object("src", "folder/key", "content");
        mirror = new Mirror(directory).store("from", source.asStore());
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = "http://127.0.0.1:" + closed.getLocalPort();
        }
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void mirrorsIntoADirectory() {
        mirror.jarOf(FilesystemApiMetadata.class)
                .store("to", provider("filesystem", "options.jclouds.filesystem.basedir", directory.resolve("disk")));

        MirrorRun run = mirror.run("from://src->to://dst");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(directory.resolve("disk/dst/folder/key")).hasContent("content");

        MirrorRun back = mirror.run("to://dst->from://back");

        assertThat(back.exitCode()).as("%s", back).isZero();
        assertThat(source.bucket("back")).containsOnlyKeys("folder/key");
    }

    @Test
    void namesAProviderWhoseJarIsMissing() {
        mirror.store("to", provider("b2", "endpoint", nowhere));

        MirrorRun run = mirror.run("from://src->to://dst");

        assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
        assertThat(run.outLines()).singleElement().asString().contains("jclouds has no provider \"b2\" here");
    }

    @Test
    void loadsAzure() {
        mirror.jarOf(AzureBlobProviderMetadata.class)
                .jarOf(AuthorizationApi.class)
                .store("to", provider("azureblob", "endpoint", nowhere));

        assertUnreachable();
    }

    @Test
    void loadsB2() {
        mirror.jarOf(B2ApiMetadata.class).store("to", provider("b2", "endpoint", nowhere));

        assertUnreachable();
    }

    @Test
    void loadsAmazon() {
        mirror.jarOf(AWSS3ProviderMetadata.class)
                .jarOf(S3ApiMetadata.class)
                .jarOf(STSApiMetadata.class)
                .store("to", provider("aws-s3", "endpoint", nowhere));

        assertUnreachable();
    }

    @Test
    void loadsGoogle() throws NoSuchAlgorithmException {
        byte[] key = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        Map<String, String> google = new HashMap<>(provider("google-cloud-storage", "endpoint", nowhere));
        google.put("options.oauth.endpoint", nowhere + "/token");
        google.put("identity", "someone@project.iam.gserviceaccount.com");
        google.put(
                "credential",
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n");
        mirror.jarOf(GoogleCloudStorageApiMetadata.class)
                .jarOf(GoogleCloudProperties.class)
                .jarOf(AuthorizationApi.class)
                .store("to", google);

        assertUnreachable();
    }

    private void assertUnreachable() {
        MirrorRun run = mirror.run("from://src->to://dst");

        assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
        List<String> out = run.outLines();
        assertThat(out).singleElement().asString().startsWith("from://src->to://dst: COULD NOT RUN: to://dst: ");
        assertThat(run.err()).doesNotContain("\tat ");
        assertThat(Files.exists(directory.resolve("disk"))).isFalse();
    }

    private static Map<String, String> provider(String provider, String option, Object value) {
        return Map.of(
                "driver",
                "jclouds",
                "provider",
                provider,
                "identity",
                "identity",
                "credential",
                "Y3JlZGVudGlhbA==",
                option,
                value.toString());
    }
}
