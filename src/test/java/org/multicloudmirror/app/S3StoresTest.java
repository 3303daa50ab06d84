package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.driver.s3.S3Settings;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;

class S3StoresTest {

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
                .hasMessage("mirror.stores.s3.endpoint is \"localhost:9000\"; write it as https://host[:port]");
    }

    @Test
    void refusesHalfAKey() {
        assertThatThrownBy(() -> S3Stores.settings(
                        "s3",
                        settings(Map.of(
                                "MIRROR_STORES_S3_ENDPOINT",
                                "http://127.0.0.1:9000",
                                "MIRROR_STORES_S3_ACCESS_KEY",
                                "AK"))))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("store s3 has only one of access-key and secret-key; set both, or neither for AWS's usual"
                        + " places");
    }

    private static S3Settings store(String variable, String value) {
        return S3Stores.settings("s3", settings(Map.of(variable, value)));
    }

    private static Settings settings(Map<String, String> environment) {
        return new SettingsLoader().environment(environment).load();
    }
}
