package org.multicloudmirror.mirror.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Md5;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

/** Bodies whose replies tell no length. */
class SourceLengthTest {

    private static final String TEXT = "twelve bytes";
    private static final ETag MD5 = Md5.of(TEXT.getBytes(UTF_8));
    private static final ETag OF_NOTHING = Md5.of(new byte[0]);
    private static final ETag PARTS = ETag.opaque("900150983cd24fb0d6963f7d28e17f72-2");

    private final FakeRuns clouds = new FakeRuns();
    private final Run run = clouds.start("s3://b->cf://b");
    private final Transfer transfer;

    SourceLengthTest(@TempDir Path directory) {
        this.transfer = new Transfer(new Spool(directory, "spool-"));
    }

    @Test
    void streamsABodyOfTheLengthThatWasListed() throws IOException {
        Upload upload = prepared(TEXT, 12, MD5, MD5);

        assertThat(upload.size()).isEqualTo(12);
        assertThat(upload.expected()).isEqualTo(MD5);
        assertThat(upload.body()).hasContent(TEXT);
    }

    @Test
    void failsABodyThatEndsBeforeTheLengthThatWasListed() throws IOException {
        Upload upload = prepared("twelve", 12, MD5, MD5);

        assertThatThrownBy(() -> upload.body().readAllBytes())
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("s3://b/k: it ended after 6 of 12 bytes");
    }

    @Test
    void asksForTheLengthOfABodyThatHasAnotherTagThanWasListed() throws IOException {
        clouds.s3().with("b", "k", TEXT);
        Upload upload = prepared(TEXT, 99, ETag.parse("900150983cd24fb0d6963f7d28e17f72"), MD5);

        assertThat(upload.size()).isEqualTo(12);
        assertThat(upload.body()).hasContent(TEXT);
    }

    @Test
    void holdsABodyOfUnknownLengthUntilItsMd5Proves() throws IOException {
        // what a HEAD tells is another version by now
        clouds.s3().with("b", "k", "other");
        Upload upload = prepared(TEXT, 0, MD5, MD5);

        assertThat(upload.size()).isEqualTo(12);
        assertThat(upload.body()).hasContent(TEXT);
    }

    @Test
    void doesNotBelieveAListingThatTellsNoSize() throws IOException {
        clouds.s3().with("b", "k", TEXT);
        Upload upload = prepared(TEXT, 0, MD5, MD5);

        assertThat(upload.size()).isEqualTo(12);
        assertThat(upload.body()).hasContent(TEXT);
    }

    @Test
    void failsAHeldBodyThatIsCutOff() {
        clouds.s3().with("b", "k", "other");
        assertThatThrownBy(() -> prepared("twelve", 0, MD5, MD5)).isInstanceOf(CorruptCopyException.class);
    }

    @Test
    void believesNoEmptyBodyOfAnObjectThatHasBytes() {
        ObjectEntry entry = new ObjectEntry("k", 12, MD5, Instant.EPOCH, false);
        ObjectInfo info = new ObjectInfo(0, MD5, Instant.EPOCH, ObjectMetadata.EMPTY);
        ObjectContent empty = new ObjectContent(info, InputStream.nullInputStream());

        assertThatThrownBy(() -> transfer.prepare(Tasks.copy(run, entry, Decision.COPY_MISSING), empty))
                .isInstanceOf(CorruptCopyException.class)
                .hasMessageStartingWith(
                        "s3://b/k: the bytes read have MD5 d41d8cd98f00b204e9800998ecf8427e, its ETag says " + MD5);
    }

    @Test
    void holdsABodyWithoutAnMd5ToTheLengthThatWasListed() throws IOException {
        assertThat(prepared(TEXT, 12, PARTS, PARTS).size()).isEqualTo(12);
        assertThatThrownBy(() -> prepared("twelve", 12, PARTS, PARTS)).isInstanceOf(TransientStoreException.class);
        assertThatThrownBy(() -> prepared(TEXT + "!", 12, PARTS, PARTS)).isInstanceOf(TransientStoreException.class);
    }

    @Test
    void asksForTheLengthThatNothingElseTells() throws IOException {
        clouds.s3().with("b", "k", TEXT);

        assertThat(prepared(TEXT, 99, ETag.opaque("other-2"), PARTS).size()).isEqualTo(12);
        assertThatThrownBy(() -> prepared("twelve", 99, ETag.opaque("other-2"), PARTS))
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("s3://b/k: it ended after 6 of 12 bytes");
    }

    @Test
    void believesNoReplyWithoutATagThatIsShorterThanTheObject() throws IOException {
        clouds.s3().with("b", "k", TEXT);

        assertThatThrownBy(() -> untagged("twelve"))
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("s3://b/k: the store sends 6 bytes and no ETag for an object of 12 bytes");
        clouds.s3().with("b", "k", "twelve");
        assertThat(untagged("twelve").body()).hasContent("twelve");
    }

    @Test
    void believesNoReplyWithoutATagThatHasOtherBytesThanTheObject() throws IOException {
        clouds.s3().with("b", "k", TEXT);

        assertThatThrownBy(() -> untagged("other  bytes"))
                .isInstanceOf(CorruptCopyException.class)
                .hasMessage("s3://b/k: the bytes read without a tag have MD5 " + Md5.of("other  bytes".getBytes(UTF_8))
                        + ", the object has " + MD5 + ProvenStream.CHANGED_ON_THE_WAY);
        assertThat(clouds.s3().requests().count(Operation.HEAD)).isEqualTo(1);
        clouds.s3().with("b", "k", "newer  bytes");
        assertThatThrownBy(() -> untagged("other  bytes")).isInstanceOf(CorruptCopyException.class);
        assertThat(untagged("newer  bytes").body()).hasContent("newer  bytes");
    }

    @Test
    void asksNothingAboutAReplyWithoutATagThatHasTheBytesThatWereListed() throws IOException {
        assertThat(untagged(TEXT).body()).hasContent(TEXT);
        assertThat(untagged("", 0, OF_NOTHING).body()).isEmpty();
        assertThat(clouds.s3().requests().count(Operation.HEAD)).isZero();
    }

    @Test
    void believesNoPageInPlaceOfAnObjectThatIsListedAsEmpty() throws IOException {
        clouds.s3().with("b", "k", "");

        assertThatThrownBy(() -> untagged("an error", 0, OF_NOTHING))
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("s3://b/k: the store sends 8 bytes and no ETag for an object of 0 bytes");
        // a listing without sizes
        assertThatThrownBy(() -> untagged("an error", 0, MD5)).isInstanceOf(CorruptCopyException.class);
        assertThat(untagged(TEXT, 0, MD5).body()).hasContent(TEXT);
    }

    @Test
    void holdsABodyOfUnknownLengthWithoutATagToWhatWasListed() throws IOException {
        clouds.s3().with("b", "k", TEXT);

        assertThat(prepared(TEXT, 12, MD5, ETag.NONE).body()).hasContent(TEXT);
        assertThatThrownBy(() -> prepared("other  bytes", 12, MD5, ETag.NONE)).isInstanceOf(CorruptCopyException.class);
        assertThat(prepared("other  bytes", 12, PARTS, ETag.NONE).body()).hasContent("other  bytes");
    }

    /** What was listed with 12 bytes is opened without a tag, and with the length that this text has. */
    private Upload untagged(String text) {
        return untagged(text, 12, MD5);
    }

    private Upload untagged(String text, long listedSize, ETag listed) {
        ObjectEntry entry = new ObjectEntry("k", listedSize, listed, Instant.EPOCH, false);
        ObjectInfo info = new ObjectInfo(text.length(), ETag.NONE, Instant.EPOCH, ObjectMetadata.EMPTY);
        return transfer.prepare(
                Tasks.copy(run, entry, Decision.COPY_MISSING),
                new ObjectContent(info, new ByteArrayInputStream(text.getBytes(UTF_8))));
    }

    private Upload prepared(String text, long listedSize, ETag listed, ETag opened) {
        ObjectEntry entry = new ObjectEntry("k", listedSize, listed, Instant.EPOCH, false);
        ObjectInfo info = new ObjectInfo(OptionalLong.empty(), opened, Instant.EPOCH, ObjectMetadata.EMPTY);
        return transfer.prepare(
                Tasks.copy(run, entry, Decision.COPY_MISSING),
                new ObjectContent(info, new ByteArrayInputStream(text.getBytes(UTF_8))));
    }
}
