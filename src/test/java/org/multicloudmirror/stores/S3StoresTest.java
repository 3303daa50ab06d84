package org.multicloudmirror.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.driver.s3.S3Settings;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;

class S3StoresTest {

    private static final Map<String, String> KEYS =
            Map.of("MIRROR_STORES_S3_ACCESS_KEY", "AK", "MIRROR_STORES_S3_SECRET_KEY", "SK");

    @ParameterizedTest
    @CsvSource({
        "us-east-1, https://s3.us-east-1.amazonaws.com",
        "eu-central-1, https://s3.eu-central-1.amazonaws.com",
        "cn-north-1, https://s3.cn-north-1.amazonaws.com.cn"
    })
    void knowsAwsEndpointByRegion(String region, String endpoint) {
        S3Settings s3 = store("MIRROR_STORES_S3_REGION", region);

        assertThat(s3.endpoint()).hasToString(endpoint);
        assertThat(s3.pathStyle()).isFalse();
    }

    @Test
    void takesAnEndpointByPathAndWithoutAskingForARegion() {
        S3Settings s3 = store("MIRROR_STORES_S3_ENDPOINT", "http://127.0.0.1:9000");

        assertThat(s3.pathStyle()).isTrue();
        assertThat(s3.region()).isEqualTo("us-east-1");
    }

    @Test
    void refusesAnEndpointWithoutScheme() {
        assertThatThrownBy(() -> store("MIRROR_STORES_S3_ENDPOINT", "localhost:9000"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("mirror.stores.s3.endpoint is \"localhost:9000\", which does not begin with http:// or"
                        + " https://; write it as https://host[:port][/path]");
    }

    @Test
    void takesFurtherHeaders() {
        assertThat(store("MIRROR_STORES_S3_HEADERS", "x-amz-acl: private")
                        .headers()
                        .ofObjects())
                .containsEntry("x-amz-acl", "private");
        assertThatThrownBy(() -> store("MIRROR_STORES_S3_HEADERS", "x-amz-request-payer: me"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(
                        "mirror.stores.s3.headers: the value of x-amz-request-payer cannot be sent: it has to be of the"
                                + " form requester; write name: value; name: value");
    }

    @Test
    void takesTheRegionOfTheProfile(@TempDir Path home) throws IOException {
        Files.createDirectory(home.resolve(".aws"));
        Files.writeString(
                home.resolve(".aws/config"),
                "[profile work]\nregion = eu-west-3\naws_access_key_id = AK\naws_secret_access_key = SK\n");

        S3Settings s3 = store(home, Map.of("MIRROR_STORES_S3_PROFILE", "work"));

        assertThat(s3.region()).isEqualTo("eu-west-3");
    }

    private static S3Settings store(String variable, String value) {
        Map<String, String> environment = new HashMap<>(KEYS);
        environment.put(variable, value);
        return store(Path.of("/nowhere"), environment);
    }

    private static S3Settings store(Path home, Map<String, String> environment) {
        Settings settings = new SettingsLoader().environment(environment).load();
        try (HttpTransport transport =
                new HttpTransport(1, new HttpRoute(Duration.ofSeconds(1), Duration.ofSeconds(1)))) {
            return S3Stores.settings("s3", settings, new Places(Map.of(), home, home), transport);
        }
    }
}
