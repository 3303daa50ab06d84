package org.multicloudmirror.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.testing.Logged;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class S3CredentialsTest {

    private static final String CAMEL = "camel.component.aws2-s3.";

    private final Path directory;
    private final Path home;
    private final Path etc;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final HttpTransport transport =
            new HttpTransport(1, new HttpRoute(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    private final Logged logged = Logged.of(S3Credentials.class, IniFile.class);

    S3CredentialsTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        home = Files.createDirectory(directory.resolve("home"));
        etc = Files.createDirectory(directory.resolve("etc"));
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
    }

    @AfterEach
    void close() {
        transport.close();
        logged.close();
    }

    /** Each place is taken away in turn, and the next one wins. */
    @Test
    void asksThePlacesInTheirOrder() throws IOException {
        settings.put("mirror.stores.s3.access-key", "STORE");
        settings.put("mirror.stores.s3.secret-key", "s");
        settings.put(CAMEL + "access-key", "CAMEL");
        settings.put(CAMEL + "secret-key", "s");
        settings.put("mirror.stores.s3.profile", "ofstore");
        settings.put(CAMEL + "profile-credentials-name", "ofcamel");
        environment.put("AWS_ACCESS_KEY_ID", "ENVIRONMENT");
        environment.put("AWS_SECRET_ACCESS_KEY", "s");
        environment.put("AWS_PROFILE", "named");
        write(
                home.resolve(".aws/credentials"),
                profile("ofstore", "PROFILE-OF-STORE"),
                profile("ofcamel", "PROFILE-OF-CAMEL"),
                profile("named", "PROFILE-NAMED"),
                profile("default", "PROFILE-DEFAULT"));
        write(home.resolve(".boto"), boto("BOTO"));
        write(etc.resolve("boto.cfg"), boto("BOTO-OF-ALL"));

        assertThat(accessKey()).isEqualTo("STORE");
        settings.remove("mirror.stores.s3.access-key");
        settings.remove("mirror.stores.s3.secret-key");
        assertThat(accessKey()).isEqualTo("CAMEL");
        settings.remove(CAMEL + "access-key");
        settings.remove(CAMEL + "secret-key");
        assertThat(accessKey()).isEqualTo("PROFILE-OF-STORE");
        settings.remove("mirror.stores.s3.profile");
        assertThat(accessKey()).isEqualTo("PROFILE-OF-CAMEL");
        settings.remove(CAMEL + "profile-credentials-name");
        assertThat(accessKey()).isEqualTo("ENVIRONMENT");
        environment.remove("AWS_ACCESS_KEY_ID");
        environment.remove("AWS_SECRET_ACCESS_KEY");
        assertThat(accessKey()).isEqualTo("PROFILE-NAMED");
        environment.remove("AWS_PROFILE");
        assertThat(accessKey()).isEqualTo("PROFILE-DEFAULT");
        Files.delete(home.resolve(".aws/credentials"));
        assertThat(accessKey()).isEqualTo("BOTO");
        Files.delete(home.resolve(".boto"));
        assertThat(accessKey()).isEqualTo("BOTO-OF-ALL");
        Files.delete(etc.resolve("boto.cfg"));
        assertThatThrownBy(this::accessKey).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void namesEveryPlaceWhenNoneHasAny() {
        assertThatThrownBy(this::accessKey)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("store s3: no S3 credentials found; set mirror.stores.s3.access-key and .secret-key. These"
                        + " places were asked: mirror.stores.s3.access-key and .secret-key,"
                        + " camel.component.aws2-s3.access-key and .secret-key, mirror.stores.s3.profile,"
                        + " camel.component.aws2-s3.profile-credentials-name, AWS_ACCESS_KEY_ID and"
                        + " AWS_SECRET_ACCESS_KEY, " + home + "/.aws/credentials and " + home + "/.aws/config (profile"
                        + " default), " + home + "/.boto, " + etc + "/boto.cfg, AWS_WEB_IDENTITY_TOKEN_FILE and"
                        + " AWS_ROLE_ARN, the container's role, the instance's role");
    }

    @Test
    void takesTheTokenOfTemporaryKeys() {
        environment.put("AWS_ACCESS_KEY_ID", "ASIA");
        environment.put("AWS_SECRET_ACCESS_KEY", "s");
        environment.put("AWS_SESSION_TOKEN", "token");

        assertThat(credentials())
                .isInstanceOfSatisfying(AwsSessionCredentials.class, temporary -> assertThat(temporary.sessionToken())
                        .isEqualTo("token"));
    }

    @Test
    void passesAProfileByThatHasNoCredentials() throws IOException {
        write(home.resolve(".aws/config"), "[default]\nregion = eu-central-1\n");
        write(home.resolve(".boto"), boto("BOTO"));

        assertThat(accessKey()).isEqualTo("BOTO");
    }

    @Test
    void findsTheFilesThatAwsVariablesName() throws IOException {
        write(home.resolve("elsewhere"), profile("default", "ELSEWHERE"));
        environment.put("AWS_SHARED_CREDENTIALS_FILE", "~/elsewhere");

        assertThat(accessKey()).isEqualTo("ELSEWHERE");
    }

    @Test
    void refusesAProfileThatIsNotThere() {
        environment.put("AWS_PROFILE", "work");

        assertThatThrownBy(this::accessKey)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("AWS_PROFILE names the profile \"work\", and neither " + home + "/.aws/credentials nor "
                        + home + "/.aws/config has one with credentials; name another or write it");
    }

    @Test
    void refusesAProfileFileThatIsNone() throws IOException {
        write(home.resolve(".aws/credentials"), "[default]\nthe key is SECRET\n");

        assertThatThrownBy(this::accessKey)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(home + "/.aws/credentials is no file of AWS profiles: ")
                .hasMessageEndingWith("; write name = value below [profile]")
                .hasMessageNotContaining("SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Credentials]\naws_access_key_id = BOTO\naws_secret_access_key = s\n",
                "[Credentials]\naws_access_key_id: BOTO\naws_secret_access_key: s=:/+\n",
                """
                # mine
                [Boto]
                https_validate_certificates

                [Credentials]
                ; the keys
                AWS_Access_Key_Id=BOTO ; of joe
                aws_secret_access_key=s
                [GSUtil]
                x
                """
            })
    void readsBotoAsBotoDid(String content) throws IOException {
        write(home.resolve(".boto"), content);

        assertThat(accessKey()).isEqualTo("BOTO");
    }

    @Test
    void passesABotoFileByThatHasNoKeys() throws IOException {
        write(home.resolve(".boto"), "[Boto]\ndebug = 0\n[Credentials]\ngs_oauth2_refresh_token = x\n");
        write(etc.resolve("boto.cfg"), boto("BOTO-OF-ALL"));

        assertThat(accessKey()).isEqualTo("BOTO-OF-ALL");
    }

    @Test
    void refusesABotoFileThatCannotBeRead() throws IOException {
        write(home.resolve(".boto"), "[Credentials]\nthe key is SECRET\n");

        assertThatThrownBy(this::accessKey)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(home + "/.boto, line 2, is no name = value; write aws_access_key_id = ... and"
                        + " aws_secret_access_key = ... below [Credentials]");
    }

    @Test
    void refusesHalfAPair() throws IOException {
        write(home.resolve(".boto"), "[Credentials]\naws_access_key_id = BOTO\n");

        assertThatThrownBy(this::accessKey)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(home + "/.boto: aws_access_key_id is set and " + home
                        + "/.boto: aws_secret_access_key is not; set both or neither");

        settings.put("mirror.stores.s3.secret-key", "SECRET");
        assertThatThrownBy(this::accessKey)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("mirror.stores.s3.secret-key is set and mirror.stores.s3.access-key is not; set both or"
                        + " neither");
    }

    @Test
    void saysOnceWhichPlaceWonAndWarnsOfAnOpenFile() throws IOException {
        Path file = write(home.resolve(".boto"), boto("AKIAEXAMPLE"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        AwsCredentialsProvider provider = provider();
        provider.resolveCredentials();
        provider.resolveCredentials();

        assertThat(logged.lines())
                .containsExactly(
                        "WARN " + file + " holds a secret and can be read by everyone on this machine; chmod 600 "
                                + file,
                        "DEBUG store s3: credentials from " + file + " (access key AKIA...)");
    }

    @Test
    void signsNothingWhenAnonymous() {
        settings.put("mirror.stores.s3.anonymous", "true");
        environment.put("AWS_ACCESS_KEY_ID", "ENVIRONMENT");
        environment.put("AWS_SECRET_ACCESS_KEY", "s");

        assertThat(accessKey()).isNull();
    }

    private String accessKey() {
        return credentials().accessKeyId();
    }

    private AwsCredentials credentials() {
        return provider().resolveCredentials();
    }

    private AwsCredentialsProvider provider() {
        Places places = new Places(environment, home, etc);
        return new S3Credentials("s3", loaded(), places, new AwsRoles(places, "us-east-1", transport)).find();
    }

    private Settings loaded() {
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return new SettingsLoader()
                .file(write(directory.resolve("it.properties"), text.toString()))
                .load();
    }

    private static String profile(String name, String accessKey) {
        return "[" + name + "]\naws_access_key_id = " + accessKey + "\naws_secret_access_key = s\n";
    }

    private static String boto(String accessKey) {
        return "[Credentials]\naws_access_key_id = " + accessKey + "\naws_secret_access_key = s\n";
    }

    private static Path write(Path file, String... texts) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, String.join("", texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
