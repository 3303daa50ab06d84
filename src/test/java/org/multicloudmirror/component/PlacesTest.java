package org.multicloudmirror.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.testing.FakeRequests.Operation;

/** Which object a message is about, and what is said where it does not say so. */
class PlacesTest {

    private final RoutesOfOnesOwn own = new RoutesOfOnesOwn();

    @AfterEach
    void stop() {
        own.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "/a",
                "../a",
                "./a//b/",
                "${exchangeId}",
                "$simple{body}",
                "{{mirror.process}}",
                "a\nb\r\n",
                "a%2Fb+c d",
                "?x=1&y=#z",
                "RAW(a)",
                "grüße-☃-𝄞"
            })
    void aKeyIsData(String key) throws Exception {
        own.steps(
                "objectstore:put?location=s3://photos/a prefix/",
                "objectstore:head?location=s3://photos/a prefix/",
                "objectstore:get?location=s3://photos/a prefix/");

        Exchange got = own.go("its bytes", key);

        assertThat(got.getException()).isNull();
        assertThat(got.getMessage().getBody(String.class)).isEqualTo("its bytes");
        assertThat(own.s3().objects("photos")).containsOnlyKeys("a prefix/" + key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${exchangeId}", "../a", "a\nb"})
    void aHeaderNamesTheWholeObject(String key) throws Exception {
        own.s3().with("photos", key, "1");
        own.steps("objectstore:get");

        assertThat(got(Map.of(ObjectStoreConstants.LOCATION, "s3://photos/" + key)))
                .isEqualTo("1");
        assertThat(got(Map.of(ObjectStoreConstants.LOCATION, new ObjectLocation("s3", "photos", key))))
                .isEqualTo("1");
    }

    @Test
    void aHeaderComesBeforeTheOption() throws Exception {
        own.s3().with("photos", "a", "of s3");
        own.cf().with("photos", "b/a", "of cf");
        own.steps("objectstore:get?location=s3://photos");

        assertThat(got(Map.of(ObjectStoreConstants.LOCATION, "cf://photos/b/", ObjectStoreConstants.KEY, "a")))
                .isEqualTo("of cf");
        assertThat(got(Map.of(
                        ObjectStoreConstants.LOCATION,
                        new ObjectLocation("cf", "photos", "b/a"),
                        ObjectStoreConstants.KEY,
                        "is not appended")))
                .isEqualTo("of cf");
    }

    @Test
    void aCopysSourceIsTextToo() throws Exception {
        own.s3().copiesOnServer(own.s3()).with("photos", "from ${body}", "1");
        own.steps("objectstore:copy");

        Exchange copied = own.send(
                "direct:go",
                "",
                Map.of(
                        ObjectStoreConstants.SOURCE,
                        "s3://photos/from ${body}",
                        ObjectStoreConstants.LOCATION,
                        "s3://photos/to"));

        assertThat(copied.getException()).isNull();
        assertThat(own.s3().object("photos", "to").text()).isEqualTo("1");
    }

    @Test
    void anotherHeaderMayNameIt() throws Exception {
        own.s3().with("photos", "a", "1");
        own.steps("objectstore:get?at=Where");

        Exchange got = own.send("direct:go", "", Map.of("Where", new ObjectLocation("s3", "photos", "a")));

        assertThat(got.getMessage().getBody(String.class)).isEqualTo("1");
        assertThat(got.getMessage().getHeaders()).containsOnlyKeys("Where");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            objectstore:get    | | objectstore:get needs a location; write ?location=STORE://bucket/prefix/ into its URI, \
            or STORE://bucket/key into the header CamelObjectStoreLocation
            objectstore:list   | | objectstore:list needs a location; write ?location=STORE://bucket/prefix/ into its URI, \
            or STORE://bucket/key into the header CamelObjectStoreLocation
            objectstore:get    | photos/a | objectstore:get: the header CamelObjectStoreLocation is "photos/a"; write it as \
            STORE://bucket[/prefix]
            objectstore:delete | s3://photos | objectstore:delete: s3://photos/ names no object; write its key behind the \
            bucket, or into the header CamelObjectStoreKey
            objectstore:put    | gcs://photos/a | objectstore:put: no store is named "gcs" in gcs://photos/a; configured are \
            cf, s3
            objectstore:copy   | s3://photos/a | objectstore:copy needs a source; write ?source=STORE://bucket/prefix/ into \
            its URI, or STORE://bucket/key into the header CamelObjectStoreSource
            """)
    void whatAMessageLacksIsToldInALine(String uri, String location, String line) throws Exception {
        own.steps(uri);

        Exchange failed = own.send(
                "direct:go", "body", location == null ? Map.of() : Map.of(ObjectStoreConstants.LOCATION, location));

        assertThat(failed.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(line);
    }

    @Test
    void aHeaderOfAnotherTypeIsRefused() throws Exception {
        own.steps("objectstore:get");

        assertThat(own.send("direct:go", "", Map.of(ObjectStoreConstants.LOCATION, 1))
                        .getException())
                .hasMessage(
                        "objectstore:get: the header CamelObjectStoreLocation is 1 (java.lang.Integer); write it as text"
                                + " STORE://bucket/key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            objectstore:fetch | objectstore:fetch is no operation; use one of list, head, get, put, copy, update, delete, \
            bulk-delete, changes
            objectstore:get?loction=s3://photos | Unknown parameters=[{loction=s3://photos}]
            objectstore:get?location=photos | objectstore:get: the option location is "photos"; write it as \
            STORE://bucket[/prefix]
            objectstore:get?location=gcs://photos | objectstore:get: no store is named "gcs" in gcs://photos/; configured \
            are cf, s3
            objectstore:copy?source=gcs://photos | objectstore:copy: no store is named "gcs" in gcs://photos/; configured \
            are cf, s3
            objectstore:changes?location=s3://photos | objectstore:changes begins a route and cannot be sent to
            """)
    void aMistakeInAUriFailsAtTheStart(String uri, String line) {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> own.steps(uri))
                .satisfies(e -> assertThat(e).rootCause().hasMessageContaining(line))
                .satisfies(e -> assertThat(e).hasStackTraceContaining("objectstore:"));
    }

    @Test
    void whatIsSentToBeginsNoRoute() {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> own.with("""
                        - from:
                            uri: objectstore:list?location=s3://photos
                            steps:
                              - log: never
                        """))
                .havingRootCause()
                .withMessage(
                        "objectstore:list cannot begin a route; objectstore:changes?location=STORE://bucket/prefix can");
    }

    @Test
    void optionsMayBeParametersInYaml() throws Exception {
        own.s3().with("photos", "a", "1");
        own.with("""
                - from:
                    uri: direct:go
                    steps:
                      - to:
                          uri: objectstore:get
                          parameters:
                            location: "s3://photos/a"
                """);

        assertThat(own.go("").getMessage().getBody(String.class)).isEqualTo("1");
        assertThat(own.s3().requests().count(Operation.GET)).isOne();
    }

    private Object got(Map<String, Object> headers) {
        return own.send("direct:go", "", headers).getMessage().getBody(String.class);
    }
}
