package org.multicloudmirror.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.cloud.quirk.ByProxy;
import org.multicloudmirror.it.servers.CertificateAuthority;
import org.multicloudmirror.it.servers.TlsProxy;

/** The host that is sent, and signed: as the endpoint has it, without a port that the scheme implies. */
class HostTest extends FieldTest {

    private static final byte[] LARGE = noise(11 * MIB);

    @ParameterizedTest
    @CsvSource({
        "http://my_store,            http://other_store_:80,  my_store,            other_store_",
        "http://my_store:9000/,      http://my_store,         my_store:9000,       my_store",
        "http://a_b.c_d.example:80/, http://[::1]:80,         a_b.c_d.example,     [::1]",
        "http://s3.example:443,      http://[::1]:9000,       s3.example:443,      [::1]:9000"
    })
    void isTheEndpoints(String from, String to, String sentFrom, String sentTo) {
        cloud.switchOn(new ByProxy());
        run.with("mirror.http.proxy", cloud.s3().url()).with("mirror.http.no-proxy", "");

        assertHosts(from, to, sentFrom, sentTo);
    }

    /** A proxy that takes the port off cannot spoil a signature that does not have it. */
    @Test
    void hasNoPortThatTlsImplies() {
        CertificateAuthority authority = new CertificateAuthority(directory);
        try (TlsProxy proxy =
                new TlsProxy(authority.server("dns:store.example"), cloud.s3().url())) {
            run.with("mirror.http.proxy", "http://127.0.0.1:" + proxy.port())
                    .with("mirror.http.no-proxy", "")
                    .with("mirror.http.ca", authority.certificate().toString());

            assertHosts("https://store.example:443", "https://store.example:444", "store.example", "store.example:444");
        }
    }

    private void assertHosts(String from, String to, String sentFrom, String sentTo) {
        run.store("s3", at(from)).store("to", at(to));
        cloud.s3().put("src", "small", "text");
        cloud.s3().put("src", "large", LARGE, Map.of());

        FieldResult result = run.mirror("--multipart-threshold=6M", "s3://src->to://dst");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.s3().content("dst", "small")).isEqualTo("text".getBytes(UTF_8));
        assertThat(cloud.s3().content("dst", "large")).isEqualTo(LARGE);
        assertThat(hosts("src")).containsExactly(sentFrom);
        assertThat(hosts("dst")).containsExactly(sentTo);
    }

    private Map<String, String> at(String endpoint) {
        Map<String, String> store = new HashMap<>(cloud.s3Store());
        store.put("endpoint", endpoint);
        return store;
    }

    private List<String> hosts(String bucket) {
        return cloud.requests().bucket(bucket).list().stream()
                .map(request -> request.headers().first("Host").orElse(""))
                .distinct()
                .toList();
    }
}
