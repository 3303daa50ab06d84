package org.multicloudmirror.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.driver.jclouds.JcloudsSettings;
import org.multicloudmirror.driver.s3.RenewableKeys;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.rotation.Rotating;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Credentials that are replaced in the files of other tools, and in this program's own. */
class RotatingCredentialsTest {

    private static final String PAIR = "aws_access_key_id = %1$s\naws_secret_access_key = s-%1$s\n";

    private final HttpTransport transport =
            new HttpTransport(1, new HttpRoute(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    private final Map<String, String> environment = new HashMap<>(Map.of("AWS_EC2_METADATA_DISABLED", "true"));
    private final Path home;
    private String settings = "";

    RotatingCredentialsTest(@TempDir Path home) {
        this.home = home;
    }

    @AfterEach
    void close() {
        transport.close();
    }

    @ParameterizedTest
    @CsvSource({
        ".aws/credentials, [default]",
        ".aws/config, [default]",
        ".boto, [Credentials]",
    })
    void aFileOfAnotherToolIsReadAgain(String file, String section) throws IOException {
        write(file, section + "\n" + PAIR.formatted("OLD"));
        RenewableKeys keys = keys();
        AwsCredentials old = keys.resolveCredentials();
        assertThat(old.accessKeyId()).isEqualTo("OLD");
        assertThat(keys.areOther(old, true)).isFalse();

        write(file, section + "\n" + PAIR.formatted("NEW") + "aws_session_token = token\n");

        assertThat(keys.areOther(old, false)).isTrue();
        AwsCredentials now = keys.resolveCredentials();
        assertThat(now.accessKeyId()).isEqualTo("NEW");
        assertThat(keys.areOther(old, true))
                .as("to the next worker with the old ones")
                .isTrue();
        assertThat(keys.areOther(now, true)).as("the new ones are refused, too").isFalse();
    }

    @Test
    void theTokenOfTemporaryKeysIsReplacedWithThem() throws IOException {
        for (String name : new String[] {"access", "secret", "token"}) {
            write(name, "old-" + name);
        }
        settings = "mirror.stores.s3.access-key=file:" + home + "/access\nmirror.stores.s3.secret-key=file:" + home
                + "/secret\nmirror.stores.s3.session-token=file:" + home + "/token\n";
        RenewableKeys keys = keys();
        AwsCredentials old = keys.resolveCredentials();

        write("token", "new-token");

        assertThat(keys.areOther(old, true)).isTrue();
        assertThat(keys.resolveCredentials())
                .isEqualTo(AwsSessionCredentials.create("old-access", "old-secret", "new-token"));
    }

    /** A variable that names a file is as good as a property that does. */
    @Test
    void theFileThatAVariableNamesIsReadAgain() throws IOException {
        write("secret", "old");
        environment.put("MIRROR_STORES_S3_ACCESS_KEY", "key");
        environment.put("MIRROR_STORES_S3_SECRET_KEY", "file:" + home + "/secret");
        RenewableKeys keys = keys();
        AwsCredentials old = keys.resolveCredentials();

        write("secret", "new");

        assertThat(keys.areOther(old, true)).isTrue();
        assertThat(keys.resolveCredentials().secretAccessKey()).isEqualTo("new");
    }

    @Test
    void aProcessWhoseKeysAreRefusedIsAskedAgainOnceAWhile() throws IOException {
        Path script = write("give", "#!/bin/sh\necho . >> " + home + "/asked\ncat " + home + "/given\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        write("given", json("OLD"));
        write(".aws/config", "[default]\ncredential_process = " + script + "\n");
        RenewableKeys keys = keys();
        AwsCredentials old = keys.resolveCredentials();

        write("given", json("NEW"));
        assertThat(keys.areOther(old, false)).as("it may not be the keys").isFalse();
        assertThat(keys.areOther(old, true)).isTrue();

        AwsCredentials now = keys.resolveCredentials();
        assertThat(now.accessKeyId()).isEqualTo("NEW");
        for (int i = 0; i < 5; i++) {
            assertThat(keys.areOther(now, true)).isFalse();
        }
        assertThat(home.resolve("asked")).hasContent(".\n.\n");
    }

    /** The role of the machine must not win in silence. */
    @Test
    void aProfileThatIsGoneIsNotReplacedByAnotherPlace() throws IOException {
        write(".aws/credentials", "[default]\n" + PAIR.formatted("OLD"));
        write(".boto", "[Credentials]\n" + PAIR.formatted("BOTO"));
        RenewableKeys keys = keys();
        AwsCredentials old = keys.resolveCredentials();

        Files.delete(home.resolve(".aws/credentials"));

        assertThat(keys.areOther(old, true)).isFalse();
        assertThat(keys.areBeingReplaced()).isTrue();
        assertThat(keys.problem())
                .isEqualTo(
                        home + "/.aws/credentials and " + home + "/.aws/config (profile default) had credentials,"
                                + " and has none any more; write them there again, or restart to have them looked for elsewhere");
        assertThat(keys.resolveCredentials()).isEqualTo(old);
    }

    @Test
    void aPasswordOfCloudFilesIsReadAgain() throws IOException {
        write(".cloudfiles.cfg", "[Credentials]\nusername = joe\napi_key = old\n");
        Rotating<JcloudsSettings> login = login();

        write(".cloudfiles.cfg", "[Credentials]\nusername = joe\napi_key = new\n");

        assertThat(login.renew()).isTrue();
        assertThat(login.now().credential()).isEqualTo("new");
    }

    /** A password is not sent to another service than the one that it is written for. */
    @Test
    void anotherServiceIsNotTakenForTheSame() throws IOException {
        String text = "[Credentials]\nusername = joe\napi_key = %s\nauthurl = https://%s.example/auth/v1.0\n";
        write(".cloudfiles.cfg", text.formatted("old", "here"));
        Rotating<JcloudsSettings> login = login();

        write(".cloudfiles.cfg", text.formatted("new", "there"));

        assertThat(login.renew()).isFalse();
        assertThat(login.now().credential()).isEqualTo("old");
        assertThat(login.problem())
                .isEqualTo(home + "/.cloudfiles.cfg names another service than before; restart to log in there");
    }

    private RenewableKeys keys() {
        Places places = places();
        return (RenewableKeys)
                new S3Credentials("s3", loaded(), places, new AwsRoles(places, "us-east-1", transport)).find();
    }

    private Rotating<JcloudsSettings> login() {
        return new SwiftLogins("cf", loaded(), places()).rotating();
    }

    private Places places() {
        return new Places(environment, home, home.resolve("etc"));
    }

    private Settings loaded() {
        try {
            return new SettingsLoader()
                    .file(write("it.properties", settings))
                    .environment(environment)
                    .load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(String id) {
        return "{\"Version\": 1, \"AccessKeyId\": \"" + id + "\", \"SecretAccessKey\": \"s\"}";
    }

    private Path write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
