package org.multicloudmirror.browse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LeaseKeys;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeStore;

class ObjectBytesTest {

    private final FakeStore store = new FakeStore().with("b", "k", "hello");
    private final Place place = new Place(store, "s3", "b", "k");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void areThoseOfTheObject() throws IOException {
        ObjectBytes.write(place, out);

        assertThat(out.toString(UTF_8)).isEqualTo("hello");
    }

    @Test
    void ofALeaseAreNobodys() {
        String key = LeaseKeys.PREFIX + "0";
        store.with("b", key, "hello");

        assertThatExceptionOfType(ObjectGoneException.class)
                .isThrownBy(() -> ObjectBytes.write(new Place(store, "s3", "b", key), out));
    }

    @Test
    void thatEndEarlyAreAnError() {
        store.requests().breakOff("k", 1, 3);

        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> ObjectBytes.write(place, out))
                .withMessageStartingWith("s3://b/k: it broke off after 3 bytes");
    }

    @Test
    void thatAreTooFewAreAnError() {
        store.requests().cutShort("k", 1, 3);

        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> ObjectBytes.write(place, out))
                .withMessage("s3://b/k: it ended after 3 of 5 bytes");
    }

    @Test
    void thatAreOthersThanTheETagSaysAreAnError() {
        store.with("b", "k", FakeObject.of("hello").etag(FakeObject.md5("other".getBytes(UTF_8))));

        assertThatExceptionOfType(CorruptCopyException.class)
                .isThrownBy(() -> ObjectBytes.write(place, out))
                .withMessage("s3://b/k: the bytes read have MD5 5d41402abc4b2a76b9719d911017c592, its ETag says"
                        + " 795f3202b17cb6bc3d4b771d8c6c9eaf");
    }

    @Test
    void areNotComparedWithWhatIsNoMd5() throws IOException {
        store.with("b", "k", FakeObject.of("hello").etag(ETag.parse("795f3202b17cb6bc3d4b771d8c6c9eaf-2")));

        ObjectBytes.write(place, out);

        assertThat(out.toString(UTF_8)).isEqualTo("hello");
    }

    @Test
    void ofNoObjectAreAnError() {
        assertThatExceptionOfType(ObjectGoneException.class)
                .isThrownBy(() -> ObjectBytes.write(new Place(store, "s3", "b", "other"), out))
                .withMessage("there is no object s3://b/other");
    }

    /** As a store that answers a plain 404 whichever is missing. */
    @Test
    void ofNoBucketAreAnErrorThatSaysSo() {
        FakeStore answering = new FakeStore() {
            @Override
            public ObjectContent get(String bucket, String key) {
                throw new ObjectGoneException(new ObjectLocation("s3", bucket, key), "404");
            }
        };

        assertThatExceptionOfType(BucketMissingException.class)
                .isThrownBy(() -> ObjectBytes.write(new Place(answering, "s3", "nob", "k"), out))
                .withMessage("the bucket s3://nob does not exist");
    }

    @Test
    void thatNobodyReadsAreNoMistakeOfTheStore() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        assertThatThrownBy(() -> ObjectBytes.write(place, closed))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("Broken pipe");
    }
}
