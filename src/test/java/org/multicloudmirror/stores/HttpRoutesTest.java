package org.multicloudmirror.stores;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.http.HttpProxy;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.SettingsLoader;

class HttpRoutesTest {

    @ParameterizedTest
    @CsvSource({
        "http://proxy:3128,                   proxy,    3128, '',  ''",
        "http://my_proxy:3128/,               my_proxy, 3128, '',  ''",
        "http://[::1]:3128,                   ::1,      3128, '',  ''",
        "http://joe:pass@my_proxy:80,         my_proxy, 80,   joe, pass",
        "http://joe:p%40ss%3Aw@127.0.0.1:1,   127.0.0.1, 1,   joe, p@ss:w",
        "http://joe@proxy:3128,               proxy,    3128, joe, ''"
    })
    void readsAProxy(String text, String host, int port, String user, String password) {
        HttpProxy proxy = proxy(text);

        assertThat(proxy.host()).isEqualTo(host);
        assertThat(proxy.port()).isEqualTo(port);
        assertThat(proxy.user()).isEqualTo(user);
        assertThat(proxy.password()).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy:3128",
                "http://proxy",
                "https://proxy:3128",
                "joe:secret@proxy:1",
                "http://joe:sec%ret@proxy:1",
                "http://joe:secret@proxy:0",
                "http://joe:secret@proxy:1/path"
            })
    void refusesWhatIsNoneWithoutItsPassword(String text) {
        assertThatThrownBy(() -> proxy(text))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("is no proxy; write http://host:port or http://user:password@host:port")
                .hasMessageNotContaining("sec");
    }

    private static HttpProxy proxy(String text) {
        return requireNonNull(HttpRoutes.of(new SettingsLoader()
                        .environment(Map.of("MIRROR_HTTP_PROXY", text))
                        .load())
                .proxy());
    }
}
