package org.multicloudmirror.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.servers.ApplicationCredential;
import org.multicloudmirror.it.servers.Names;
import org.multicloudmirror.it.servers.NeedsSwift;
import org.multicloudmirror.it.servers.SwiftDoors;
import org.multicloudmirror.stores.Places;

/** Every place that credentials may come from opens the door that it is for. */
@NeedsSwift
class SwiftSourcesIT {

    private final SwiftDoors doors;
    private final Path home;
    private final Path etc;
    private final Map<String, String> properties = new HashMap<>(Map.of("driver", "jclouds"));
    private final Map<String, String> environment = new HashMap<>(Map.of("AWS_EC2_METADATA_DISABLED", "true"));

    SwiftSourcesIT(@TempDir Path directory) throws IOException {
        doors = SwiftDoors.open();
        home = Files.createDirectory(directory.resolve("home"));
        etc = Files.createDirectory(directory.resolve("etc"));
    }

    @Test
    void botoOpensTheS3Door() throws IOException {
        properties.putAll(Map.of("driver", "s3", "endpoint", doors.s3()));
        write(
                home.resolve(".boto"),
                "[Credentials]\naws_access_key_id = test:tester\naws_secret_access_key = testing\n");

        assertOpens();
    }

    @Test
    void awsVariablesOpenTheS3Door() {
        properties.putAll(Map.of("driver", "s3", "endpoint", doors.s3()));
        environment.putAll(Map.of("AWS_ACCESS_KEY_ID", "test:tester", "AWS_SECRET_ACCESS_KEY", "testing"));

        assertOpens();
    }

    @Test
    void aProfileOpensTheS3Door() throws IOException {
        properties.putAll(Map.of("driver", "s3", "endpoint", doors.s3(), "profile", "swift"));
        write(
                Files.createDirectory(home.resolve(".aws")).resolve("config"),
                "[profile swift]\naws_access_key_id = test:tester\naws_secret_access_key = testing\n");

        assertOpens();
    }

    @Test
    void aMountedSecretOpensTheS3Door() throws IOException {
        Path secret = write(home.resolve("secret"), "testing\n");
        properties.putAll(Map.of(
                "driver", "s3", "endpoint", doors.s3(), "access-key", "test:tester", "secret-key", "file:" + secret));

        assertOpens();
    }

    @Test
    void cloudFilesCfgOpensTempauth() throws IOException {
        write(
                home.resolve(".cloudfiles.cfg"),
                "[Credentials]\nusername: test:tester\napi_key: testing\nauthurl: " + doors.v1() + "\n");

        assertOpens();
    }

    @Test
    void theOneForAllUsersOpensRackspaceInItsDefaultRegion() throws IOException {
        properties.putAll(Map.of("provider", "rackspace-cloudfiles-uk", "endpoint", doors.keystoneV2()));
        write(etc.resolve("cloudfiles.cfg"), "[Credentials]\nusername=tester\napi_key=testing\n");

        assertOpens();
    }

    @Test
    void variablesOpenTempauth() {
        environment.putAll(Map.of(
                "OS_AUTH_URL",
                doors.v1(),
                "OS_USERNAME",
                "test:tester",
                "OS_PASSWORD",
                "testing",
                "OS_AUTH_VERSION",
                "1.0"));

        assertOpens();
    }

    @Test
    void swiftsOwnVariablesOpenTempauth() {
        environment.putAll(Map.of("ST_AUTH", doors.v1(), "ST_USER", "test:tester", "ST_KEY", "testing"));

        assertOpens();
    }

    @Test
    void variablesOpenKeystoneV2() {
        environment.putAll(Map.of(
                "OS_AUTH_URL",
                doors.keystoneV2(),
                "OS_USERNAME",
                "tester",
                "OS_PASSWORD",
                "testing",
                "OS_TENANT_NAME",
                "test",
                "OS_REGION_NAME",
                "ORD"));

        assertOpens();
    }

    @Test
    void variablesOpenKeystoneV3() {
        environment.putAll(Map.of(
                "OS_AUTH_URL",
                doors.keystoneV3().replace("/v3", ""),
                "OS_USERNAME",
                "demo",
                "OS_PASSWORD",
                "demopass",
                "OS_PROJECT_NAME",
                "demo",
                "OS_USER_DOMAIN_NAME",
                "Default",
                "OS_PROJECT_DOMAIN_ID",
                "default",
                "OS_IDENTITY_API_VERSION",
                "3",
                "OS_REGION_NAME",
                "RegionOne"));

        assertOpens();
    }

    @Test
    void variablesOpenKeystoneV3WithAnApplicationCredential() {
        ApplicationCredential credential = ApplicationCredential.create(doors);
        environment.putAll(Map.of(
                "OS_AUTH_TYPE",
                "v3applicationcredential",
                "OS_AUTH_URL",
                doors.keystoneV3(),
                "OS_APPLICATION_CREDENTIAL_ID",
                credential.id(),
                "OS_APPLICATION_CREDENTIAL_SECRET",
                credential.secret()));

        assertOpens();
    }

    @Test
    void propertiesOpenKeystoneV3WithAnApplicationCredential() {
        ApplicationCredential credential = ApplicationCredential.create(doors);
        properties.putAll(Map.of(
                "endpoint",
                doors.keystoneV3(),
                "identity",
                credential.id(),
                "credential",
                credential.secret(),
                "options.jclouds.keystone.credential-type",
                "applicationCredentials"));

        assertOpens();
    }

    /** An answer that only an account gives: the door is open, and there is no such bucket. */
    private void assertOpens() {
        try (OpenStore opened = new OpenStore(properties, new Places(environment, home, etc))) {
            assertThat(opened.store().bucketExists(Names.fresh())).isFalse();
        }
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }
}
