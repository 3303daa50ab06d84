package org.multicloudmirror.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user or a service writes, and what goes over the wire for it. */
class EndpointTest {

    private static final String REMEDY = "; write it as https://host[:port][/path]";

    @ParameterizedTest
    @CsvSource({
        // as written, as it is called, Host, path
        "https://s3.example.org,               https://s3.example.org,                s3.example.org,        ''",
        "https://s3.example.org/,              https://s3.example.org,                s3.example.org,        ''",
        "https://s3.example.org///,            https://s3.example.org,                s3.example.org,        ''",
        "HTTPS://S3.Example.ORG,               https://s3.example.org,                s3.example.org,        ''",
        "https://s3.example.org:443,           https://s3.example.org,                s3.example.org,        ''",
        "https://s3.example.org:0443,          https://s3.example.org,                s3.example.org,        ''",
        "https://s3.example.org:,              https://s3.example.org,                s3.example.org,        ''",
        "http://s3.example.org:80,             http://s3.example.org,                 s3.example.org,        ''",
        "http://s3.example.org:443,            http://s3.example.org:443,             s3.example.org:443,    ''",
        "https://s3.example.org:80,            https://s3.example.org:80,             s3.example.org:80,     ''",
        "http://127.0.0.1:9000,                http://127.0.0.1:9000,                 127.0.0.1:9000,        ''",
        "http://my_store:9000,                 http://my_store:9000,                  my_store:9000,         ''",
        "http://a_b.c_d.example.org,           http://a_b.c_d.example.org,            a_b.c_d.example.org,   ''",
        "http://store_,                        http://store_,                         store_,                ''",
        "http://minio-0.minio.,                http://minio-0.minio.,                 minio-0.minio.,        ''",
        "http://[::1],                         http://[::1],                          [::1],                 ''",
        "http://[::1]:9000/,                   http://[::1]:9000,                     [::1]:9000,            ''",
        "https://[2001:DB8::A]:443,            https://[2001:db8::a],                 [2001:db8::a],         ''",
        "https://bücher.example,               https://xn--bcher-kva.example,         xn--bcher-kva.example, ''",
        "https://x.supabase.co/storage/v1/s3,  https://x.supabase.co/storage/v1/s3,   x.supabase.co,         /storage/v1/s3",
        "https://x.supabase.co/storage/v1/s3/, https://x.supabase.co/storage/v1/s3,   x.supabase.co,         /storage/v1/s3",
        "https://h:8080//v1//AUTH_a%20b//,     https://h:8080/v1/AUTH_a%20b,          h:8080,                /v1/AUTH_a%20b",
        "'  https://h/v1  ',                   https://h/v1,                          h,                     /v1",
        "https://h/v1/AUTH_a:b@c,              https://h/v1/AUTH_a:b@c,               h,                     /v1/AUTH_a:b@c"
    })
    void isWrittenInOneWay(String text, String called, String authority, String path) {
        Endpoint endpoint = Endpoint.parse(text);

        assertThat(endpoint).hasToString(called).isEqualTo(Endpoint.parse(called));
        assertThat(endpoint.authority()).isEqualTo(authority);
        assertThat(endpoint.wireAuthority()).hasToString(authority);
        assertThat(endpoint.path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:9000,                  'localhost:9000', does not begin with http:// or https://",
        "s3.example.org,                  's3.example.org', does not begin with http:// or https://",
        "ftp://s3.example.org,            'ftp://s3.example.org', does not begin with http:// or https://",
        "'',                              '', does not begin with http:// or https://",
        "https://,                        'https://', has no host that can be read",
        "https:///photos,                 'https:///photos', has no host that can be read",
        "https://:443,                    'https://:443', has no host that can be read",
        "https://a b,                     'https://a b', has no host that can be read",
        "https://a..b,                    'https://a..b', has no host that can be read",
        "https://a%41,                    'https://a%41', has no host that can be read",
        "https://a.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, 'https://a.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', has no host that can be read",
        "https://::1,                     'https://::1', has no host that can be read",
        "https://[::1,                    'https://[::1', has no host that can be read",
        "https://[::1]x,                  'https://[::1]x', has no host that can be read",
        "https://[localhost],             'https://[localhost]', has no IPv6 address in its brackets",
        "https://[fe80::1%25eth0],        'https://[fe80::1%25eth0]', has no IPv6 address in its brackets",
        "https://[::ffff:127.0.0.1],      'https://[::ffff:127.0.0.1]', has no IPv6 address in its brackets",
        "https://a:0,                     'https://a:0', has no port from 1 to 65535",
        "https://a:65536,                 'https://a:65536', has no port from 1 to 65535",
        "https://a:99999999999999999999,  'https://a:99999999999999999999', has no port from 1 to 65535",
        "https://a:b,                     'https://a:b', has no host that can be read",
        "https://a/b c,                   'https://a/b c', has a character in its path that must be written as %XX",
        "https://a/%4,                    'https://a/%4', has a character in its path that must be written as %XX",
        "https://a/?X-Amz-Signature=s,    'https://a/?...', has a query",
        "https://a?,                      'https://a?', has a query",
        "https://a/#top,                  'https://a/#...', has a fragment",
        "https://joe:pass@a/v1,           'https://...@a/v1', has a user in it; credentials have settings of their own",
        "https://joe@a,                   'https://...@a', has a user in it; credentials have settings of their own",
        "https://joe:p/a#s?s@a,           'https://...@a', has a fragment",
        "joe:pass@a,                      '...@a', does not begin with http:// or https://"
    })
    void isRefusedWithoutItsSecrets(String text, String shown, String problem) {
        assertThatThrownBy(() -> Endpoint.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + shown + "\", which " + problem + REMEDY);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a,       https://A:443/v3,   true",
        "http://a,        http://a:80/v1/x,   true",
        "http://[::1]:80, http://[::1]/,      true",
        "https://a,       http://a,           false",
        "https://a,       http://a:443,       false",
        "https://a,       https://a:8443,     false",
        "https://a,       https://a.b,        false",
        "https://a,       https://b.a,        false"
    })
    void tellsWhetherTwoAreOneService(String one, String other, boolean same) {
        assertThat(Endpoint.parse(one).isSameOrigin(Endpoint.parse(other))).isEqualTo(same);
        assertThat(Endpoint.parse(other).isSameOrigin(Endpoint.parse(one))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1, true", "http://[::1]:1, true", "http://localhost, false", "http://1.2.3.4.5, false"})
    void tellsAnAddressFromAName(String text, boolean isAddress) {
        assertThat(Endpoint.parse(text).isAddress()).isEqualTo(isAddress);
    }

    @Test
    void takesTheOriginOfAnAddressThatJavaHasNoHostOf() {
        assertThat(Endpoint.originOf(URI.create("http://my_store:9000/a/b?c=d")))
                .hasToString("http://my_store:9000");
        assertThat(Endpoint.originOf(URI.create("https://[::1]/a"))).hasToString("https://[::1]");
    }

    @Test
    void putsABucketInFrontOfTheHost() {
        assertThat(Endpoint.parse("https://s3.example.org:444/s3").below("photos"))
                .hasToString("https://photos.s3.example.org:444/s3");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a,     /b,         /b",
        "https://a,     '',         /",
        "https://a,     ?list=1,    /?list=1",
        "https://a/s3/, /b,         /s3/b",
        "https://a/s3,  '',         /s3",
        "https://a/v1,  ?bulk,      /v1?bulk",
        "https://a/s3,  /b//c/../d, /s3/b//c/../d"
    })
    void standsInFrontOfEachTarget(String endpoint, String target, String sent) {
        assertThat(new HttpCall("GET", Endpoint.parse(endpoint), target).target())
                .isEqualTo(sent);
    }

    /** A pattern that repeats a group fills the stack there. */
    @Test
    void readsTextsOfAnyLength() {
        assertThat(Endpoint.parse("https://h/" + "a%20".repeat(50_000)).path()).hasSize(200_001);
        assertThatThrownBy(() -> Endpoint.parse("https://" + "a.".repeat(50_000) + ".b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Endpoint.parse("https://h/" + "a%20".repeat(50_000) + "%2"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
