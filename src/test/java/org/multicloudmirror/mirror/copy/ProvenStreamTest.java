package org.multicloudmirror.mirror.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.FakeStore;

class ProvenStreamTest {

    private static final String TEXT = "hello, world";
    private static final ETag MD5 = ETag.parse("e4d7f1b4ed2e42d15898f4b27b019da4");

    private final Run run = new FakeRuns().start("s3://b->cf://c");

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 11, 12, 13, 8192})
    void handsOnWhatMatchesItsTag(int buffer) throws IOException {
        assertThat(copied(stream(TEXT, 12, MD5), buffer)).isEqualTo(TEXT);
        assertThat(run.progress().bytes()).isEqualTo(12);
    }

    @Test
    void handsOnSingleBytes() throws IOException {
        InputStream stream = stream("\u00e9", 2, ETag.NONE);

        assertThat(stream.read()).isEqualTo(0xc3);
        assertThat(stream.read()).isEqualTo(0xa9);
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void handsOnAnEmptyBody() throws IOException {
        assertThat(copied(stream("", 0, FakeObject.md5(new byte[0])), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 8192})
    void throwsBeforeTheLastByteOfWhatDoesNotMatch(int buffer) {
        ByteArrayOutputStream passed = new ByteArrayOutputStream();

        assertThatExceptionOfType(CorruptCopyException.class)
                .isThrownBy(() -> copy(stream("hello, World", 12, MD5), buffer, passed))
                .withMessage("s3://b/k: the bytes read have MD5 d030b67a32facaf2971c621e63e03b9b, its ETag says " + MD5
                        + "; look for a proxy or a service that changes or unpacks what passes");
        assertThat(passed.size()).isLessThan(12);
    }

    @Test
    void provesNothingByAnOpaqueTag() throws IOException {
        assertThat(copied(stream(TEXT, 12, ETag.opaque("e4d7f1b4ed2e42d15898f4b27b019da5")), 5))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8192})
    void throwsWhenTheSourceEndsEarly(int buffer) {
        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> copied(stream(TEXT, 20, MD5), buffer))
                .withMessage("s3://b/k: it ended after 12 of 20 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8192})
    void throwsWhenTheSourceGoesOn(int buffer) {
        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> copied(stream(TEXT, 5, ETag.NONE), buffer))
                .withMessage("s3://b/k: it has more than the announced 5 bytes");
    }

    @Test
    void throwsWhenTheSourceBreaksOff() throws IOException {
        FakeStore store = new FakeStore().with("b", "k", TEXT);
        store.requests().breakOff("k", 1, 5);
        InputStream broken = store.get("b", "k").body();

        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> copied(new ProvenStream(broken, "s3://b/k", 12, MD5, run.copies()), 3))
                .withMessage("s3://b/k: it broke off after 5 of 12 bytes: "
                        + "Premature end of Content-Length delimited message body")
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void breaksOffWhenTheRunGivesItsCopiesUp() throws IOException {
        InputStream stream = stream(TEXT, 12, MD5);
        assertThat(stream.readNBytes(5)).hasSize(5);

        run.abandon();

        assertThatThrownBy(() -> stream.read(new byte[5])).isInstanceOf(InterruptedCopyException.class);
    }

    @Test
    void goesOnWhenTheRunIsOnlyInterrupted() throws IOException {
        run.interrupt();

        assertThat(copied(stream(TEXT, 12, MD5), 5)).isEqualTo(TEXT);
    }

    @Test
    void readsNothingIntoNoRoom() throws IOException {
        InputStream body = new BufferedInputStream(new ByteArrayInputStream(TEXT.getBytes(UTF_8)));
        InputStream stream = new ProvenStream(body, "s3://b/k", 12, MD5, run.copies());

        assertThat(stream.read(new byte[0])).isZero();
        assertThat(stream.readNBytes(12)).hasSize(12);
        assertThat(stream.read(new byte[0])).isZero();
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void closesTheBody() throws IOException {
        InputStream body = new FakeStore().with("b", "k", TEXT).get("b", "k").body();
        boolean[] closed = new boolean[1];
        InputStream stream = new ProvenStream(
                new FilterInputStream(body) {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                },
                "s3://b/k",
                12,
                MD5,
                run.copies());

        stream.close();

        assertThat(closed[0]).isTrue();
    }

    private ProvenStream stream(String text, long size, ETag expected) {
        return new ProvenStream(
                new ByteArrayInputStream(text.getBytes(UTF_8)), "s3://b/k", size, expected, run.copies());
    }

    private static String copied(InputStream stream, int buffer) throws IOException {
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        copy(stream, buffer, passed);
        return passed.toString(UTF_8);
    }

    private static void copy(InputStream stream, int buffer, ByteArrayOutputStream passed) throws IOException {
        byte[] bytes = new byte[buffer];
        for (int read = stream.read(bytes); read >= 0; read = stream.read(bytes)) {
            passed.write(bytes, 0, read);
        }
    }
}
