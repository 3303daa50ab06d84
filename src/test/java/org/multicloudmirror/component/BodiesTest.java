package org.multicloudmirror.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeStore;
import org.multicloudmirror.testing.FakeStores;

/** What may be put, and what is got. */
class BodiesTest {

    private static final String TEXT = "grüße";
    private static final byte[] BYTES = TEXT.getBytes(StandardCharsets.UTF_8);
    private static final int BYTES_LESS_ONE = 6;
    private static final int BYTES_AND_ONE = 8;
    private static final ETag MD5 = FakeObject.md5(BYTES);

    private final AtomicInteger closed = new AtomicInteger();
    private final RoutesOfOnesOwn own = new RoutesOfOnesOwn(new FakeStores()
            .with("wrong", new FakeStore() {
                @Override
                public ETag put(String bucket, String key, Upload upload) {
                    try {
                        upload.body().readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return ETag.OF_NOTHING;
                }
            })
            .with("opened", new FakeStore() {
                @Override
                public ObjectContent get(String bucket, String key) {
                    return new ObjectContent(FakeObject.of(TEXT).info(), stream(BYTES));
                }
            }));

    @AfterEach
    void stop() {
        own.close();
    }

    static Stream<Arguments> bodies() throws IOException {
        Path file = Files.write(Files.createTempFile("body-", ".txt"), BYTES);
        file.toFile().deleteOnExit();
        GenericFile<Object> local = new GenericFile<>();
        local.setFile(file.toFile());
        GenericFile<Object> fetched = new GenericFile<>();
        fetched.setFile("a handle of another protocol");
        fetched.setBody(BYTES);
        return Stream.of(
                Arguments.of("text", TEXT),
                Arguments.of("bytes", BYTES),
                Arguments.of("file", file.toFile()),
                Arguments.of("path", file),
                Arguments.of("Camel's file", local),
                Arguments.of("a fetched file", fetched),
                Arguments.of("stream", new ByteArrayInputStream(BYTES)),
                Arguments.of("stream cache", new InputStreamCache(BYTES)),
                Arguments.of("reader", new StringReader(TEXT)),
                Arguments.of(
                        "upload",
                        new Upload(ObjectMetadata.EMPTY, BYTES.length, MD5, new ByteArrayInputStream(BYTES))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void isPutToTheByte(String name, Object body) throws Exception {
        own.steps("objectstore:put?location=s3://photos/it");

        Exchange put = own.go(body);

        assertThat(put.getException()).isNull();
        assertThat(put.getMessage().getBody()).isEqualTo(MD5);
        assertThat(own.s3().object("photos", "it").bytes()).isEqualTo(BYTES);
    }

    @Test
    void metadataAreInHeaders() throws Exception {
        own.steps("objectstore:put?location=s3://photos/it");

        own.send(
                "direct:go",
                TEXT,
                Map.of(
                        "content-type",
                        "text/x-greeting",
                        ObjectStoreConstants.METADATA,
                        Map.of("Colour", "red", "number", 1)));

        assertThat(own.s3().object("photos", "it").info().metadata())
                .isEqualTo(new ObjectMetadata(
                        Map.of(ContentHeader.CONTENT_TYPE, "text/x-greeting"), Map.of("colour", "red", "number", "1")));
    }

    @Test
    void metadataThatAreNoMapAreRefused() throws Exception {
        own.steps("objectstore:put?location=s3://photos/it");

        assertThat(own.send("direct:go", stream(BYTES), Map.of(ObjectStoreConstants.METADATA, "colour=red"))
                        .getException())
                .hasMessage("the header CamelObjectStoreMetadata is java.lang.String; write a map of names to values");
        assertThat(closed).hasValue(1);
    }

    @Test
    void nothingAndWhatIsNoBytesAreRefused() throws Exception {
        own.steps("objectstore:put?location=s3://photos/it");

        assertThat(own.go(null).getException())
                .hasMessage(
                        "objectstore:put cannot send a body of nothing; make it a String, byte[], File, InputStream or"
                                + " what objectstore:get leaves");
        assertThat(own.go(Map.of()).getException()).hasMessageContaining("objectstore:put cannot send a body of java.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (256 << 10) - 1, 256 << 10, (256 << 10) + 1, 1 << 20})
    void aStreamOfAnyLengthIsPutWholeAndClosed(int length) throws Exception {
        own.steps("objectstore:put?location=s3://photos/it");
        byte[] bytes = new byte[length];

        assertThat(own.go(stream(bytes)).getMessage().getBody()).isEqualTo(FakeObject.md5(bytes));

        assertThat(own.s3().object("photos", "it").bytes()).isEqualTo(bytes);
        assertThat(closed).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BYTES_LESS_ONE, BYTES_AND_ONE})
    void aStreamOfAnotherSizeThanSaidReplacesNothing(int said) throws Exception {
        own.s3().with("photos", "it", "as it was");
        own.steps("objectstore:put?location=s3://photos/it");

        Exchange failed = own.send("direct:go", stream(BYTES), Map.of(ObjectStoreConstants.UPLOAD_SIZE, said));

        assertThat(failed.getException())
                .isInstanceOf(TransientStoreException.class)
                .hasMessageContaining(" " + said + " bytes");
        assertThat(own.s3().object("photos", "it").text()).isEqualTo("as it was");
        assertThat(closed).hasValue(1);
    }

    @Test
    void whatAStoreSaysItHasIsComparedWithWhatWasSent() throws Exception {
        own.steps("objectstore:put?location=wrong://photos/it");

        Exchange failed = own.send("direct:go", stream(BYTES), Map.of(ObjectStoreConstants.UPLOAD_SIZE, BYTES.length));

        assertThat(failed.getException())
                .isInstanceOf(CorruptCopyException.class)
                .hasMessage("wrong://photos/it: the store answers with ETag " + ETag.OF_NOTHING
                        + ", the bytes sent have " + MD5);
    }

    @Test
    void anObjectOfUnknownLengthIsPut() throws Exception {
        own.steps("objectstore:put?location=s3://photos/it");
        ObjectInfo info = FakeObject.of(TEXT).info().withLength(OptionalLong.empty());

        own.go(new ObjectContent(info, stream(BYTES)));

        assertThat(own.s3().object("photos", "it").text()).isEqualTo(TEXT);
        assertThat(closed).hasValue(1);
    }

    @Test
    void anObjectWhoseTagIsNoMd5IsPut() throws Exception {
        own.s3().with("photos", "parts", FakeObject.of(TEXT).etag(ETag.opaque("0123-2")));
        own.steps("objectstore:get?location=s3://photos/parts", "objectstore:put?location=cf://photos/it");

        assertThat(own.go("").getMessage().getBody()).isEqualTo(MD5);
    }

    @Test
    void aBrokenObjectReplacesNothing() throws Exception {
        own.s3().with("photos", "a", "12345678");
        own.s3()
                .requests()
                .corrupt("a", 1)
                .cutShort("a", 2, 3)
                .breakOff("a", 3, 3)
                .append("a", 4, BYTES);
        own.cf().with("photos", "it", "as it was");
        own.steps("objectstore:get?location=s3://photos/a", "objectstore:put?location=cf://photos/it");

        for (int i = 0; i < 4; i++) {
            assertThat(own.go("").getException()).isNotNull();
        }
        assertThat(own.cf().object("photos", "it").text()).isEqualTo("as it was");
        assertThat(own.go("").getException()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"String", "byte[]"})
    void aBrokenObjectIsNeverConverted(String type) throws Exception {
        own.s3().with("photos", "a", "12345678");
        own.s3()
                .requests()
                .corrupt("a", 1)
                .cutShort("a", 2, 3)
                .breakOff("a", 3, 3)
                .append("a", 4, BYTES);
        own.with("- from: {uri: direct:go, steps: [{to: 'objectstore:get?location=s3://photos/a'},"
                + " {convertBodyTo: {type: '" + type + "'}}]}");

        for (int i = 0; i < 4; i++) {
            assertThat(own.go("").getException()).isNotNull();
        }
        assertThat(own.go("").getMessage().getBody(String.class)).isEqualTo("12345678");
    }

    @Test
    void aStreamIsReadToItsEndAndThrowsThere() throws Exception {
        ObjectInfo info = FakeObject.of("12345678").info();
        try (InputStream stream =
                ObjectContentConverter.toInputStream(new ObjectContent(info, stream(new byte[] {'1', '2'})))) {
            assertThat(stream.read()).isEqualTo('1');
            assertThat(stream.read()).isEqualTo('2');
            assertThat(catchThrowable(stream::read))
                    .isInstanceOf(TransientStoreException.class)
                    .hasMessageContaining("it ended after 2 of 8 bytes");
        }
        assertThat(closed).hasValue(1);
    }

    @Test
    void textHasTheExchangesCharset() throws Exception {
        own.s3().with("photos", "a", FakeObject.of("grün".getBytes(StandardCharsets.ISO_8859_1)));
        own.steps("objectstore:get?location=s3://photos/a");

        Exchange got = own.send("direct:go", "", Map.of(Exchange.CHARSET_NAME, "ISO-8859-1"));

        assertThat(got.getMessage().getBody(String.class)).isEqualTo("grün");
    }

    @Test
    void whatIsNotReadIsClosedWithItsExchange() throws Exception {
        own.steps("objectstore:get?location=opened://photos/a");

        own.go("");

        assertThat(closed).hasValue(1);
    }

    @Test
    void headersOfTheObjectBeforeAreRemoved() throws Exception {
        own.s3().with("photos", "a", FakeObject.of("").etag(ETag.NONE));
        own.steps("objectstore:head?location=s3://photos/a");

        Exchange told = own.send("direct:go", "", Map.of("Content-Type", "old", ObjectStoreConstants.ETAG, "old"));

        assertThat(told.getMessage().getHeaders())
                .doesNotContainKeys("Content-Type", ObjectStoreConstants.ETAG)
                .containsEntry(ObjectStoreConstants.METADATA, Map.of())
                .containsEntry(ObjectStoreConstants.SIZE, 0L);
    }

    private InputStream stream(byte[] bytes) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
