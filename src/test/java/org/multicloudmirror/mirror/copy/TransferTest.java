package org.multicloudmirror.mirror.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

class TransferTest {

    private static final Instant MODIFIED = Instant.parse("2026-11-23T04:00:12Z");
    private static final String TEXT_MD5 = "1cb251ec0d568de6a929b520c4aed8d1";

    private final Path directory;
    private final FakeRuns clouds = new FakeRuns();
    private final Run run = clouds.start("s3://src->cf://dst");

    TransferTest(@TempDir Path directory) {
        this.directory = directory;
        clouds.cf().with("dst", "k", "old");
    }

    @Test
    void streamsWhatItsTagProves() throws IOException {
        Upload upload = prepare(FakeObject.of("text"));

        assertThat(upload.expected()).isEqualTo(ETag.parse(TEXT_MD5));
        assertThat(upload.size()).isEqualTo(4);
        assertThat(run.progress().bytes()).isZero();
        assertThat(upload.body().readAllBytes()).asString().isEqualTo("text");
        assertThat(run.progress().bytes()).isEqualTo(4);
    }

    @Test
    void readsWhatItsTagDoesNotProveFirst() throws IOException {
        Upload upload = prepare(FakeObject.of("text").etag(ETag.opaque("x-2")));

        assertThat(upload.expected()).isEqualTo(ETag.parse(TEXT_MD5));
        assertThat(upload.size()).isEqualTo(4);
        assertThat(run.progress().bytes()).isEqualTo(4);
        assertThat(upload.body().readAllBytes()).asString().isEqualTo("text");
    }

    @Test
    void carriesHeadersMetadataAndTheSourcesTag() {
        ObjectMetadata metadata =
                new ObjectMetadata(Map.of(ContentHeader.CONTENT_TYPE, "text/plain"), Map.of("owner", "me"));

        Upload upload = prepare(FakeObject.of("text").metadata(metadata).lastModified(MODIFIED));

        assertThat(upload.metadata())
                .isEqualTo(metadata.withUser(Map.of(
                        "owner", "me",
                        "mirror-source-etag", TEXT_MD5,
                        "mirror-source-modified", "2026-11-23T04:00:12Z")));
    }

    @Test
    void quotesATagThatIsNoMd5() {
        Upload upload = prepare(FakeObject.of("text").etag(ETag.opaque(TEXT_MD5)));

        assertThat(upload.metadata().user()).containsEntry("mirror-source-etag", '"' + TEXT_MD5 + '"');
    }

    @Test
    void refreshesOurMetadataInACopyOfACopy() {
        Map<String, String> older = Map.of(
                "mirror-source-etag", "\"older-2\"",
                "mirror-source-modified", "2020-01-01T00:00:00Z",
                "owner", "me");

        Upload upload = prepare(FakeObject.of("text")
                .metadata(ObjectMetadata.EMPTY.withUser(older))
                .lastModified(MODIFIED));

        assertThat(upload.metadata().user())
                .containsOnly(
                        Map.entry("mirror-source-etag", TEXT_MD5),
                        Map.entry("mirror-source-modified", "2026-11-23T04:00:12Z"),
                        Map.entry("owner", "me"));
    }

    @Test
    void namesWhatTheDestinationCannotHoldOnce() {
        clouds.cf().holding(MetadataLimits.SWIFT.within(20, 20, 9, 20));
        FakeObject source = FakeObject.of("text")
                .metadata(new ObjectMetadata(Map.of(), Map.of("large", "0123456789abcdef".repeat(20), "small", "x")));
        Copy copy = Tasks.copy(run, source.entry("k"), Decision.COPY_MISSING);

        transfer().outgoing(copy, source.info());
        ObjectMetadata metadata = transfer().outgoing(copy, source.info());

        assertThat(metadata.user()).isEqualTo(Map.of("small", "x"));
        assertThat(copy.evidence().lost()).containsExactly("metadata \"large\"");
    }

    @Test
    void updatesNothingWhenTheSourceIsNotWhatWasListed() {
        Copy copy = Tasks.copy(run, FakeObject.of("text").entry("k"), Decision.INSPECT);

        assertThatExceptionOfType(CopyRefusedException.class)
                .isThrownBy(() -> transfer().update(copy, FakeObject.of("other").info()))
                .withMessage("s3://src/k: it has changed since it was listed");
    }

    @Test
    void keepsThePartsOfTheSourceWhereMetadataAloneAreReplaced() {
        Map<String, String> user = Map.of("mirror-source-etag", "\"x-2\"", "mirror-source-parts", "3+1");
        clouds.cf().with("dst", "k", FakeObject.of("text").metadata(ObjectMetadata.EMPTY.withUser(user)));
        FakeObject source = FakeObject.of("text").etag(ETag.opaque("x-2"));
        Copy copy = Tasks.copy(run, source.entry("k"), Decision.INSPECT);

        assertThat(transfer().update(copy, source.info()).metadata().user()).containsAllEntriesOf(user);
    }

    @Test
    void tellsTheTrueSizeOfWhatItsListingMisled() {
        FakeObject manifest =
                FakeObject.of("text").etag(ETag.opaque("x")).listedAs(0, FakeObject.md5(new byte[0]), true);
        Copy copy = Tasks.copy(run, manifest.entry("k"), Decision.COPY_MISSING);

        prepare(copy, manifest);

        assertThat(copy.size()).isEqualTo(4);
    }

    @Test
    void countsEachAttempt() {
        Copy copy = Tasks.copy(run, FakeObject.of("text").entry("k"), Decision.COPY_MISSING);

        transfer().begin(copy);
        transfer().begin(copy);

        assertThat(copy.attempts()).isEqualTo(2);
    }

    @Test
    void keepsTheOldObjectWhenTheSourceArrivesCorrupt() {
        clouds.s3().requests().corrupt("k", 1);

        Upload upload = prepare(FakeObject.of("text"));

        assertThatExceptionOfType(CorruptCopyException.class)
                .isThrownBy(() -> clouds.cf().put("dst", "k", upload));
        assertThat(clouds.cf().object("dst", "k").text()).isEqualTo("old");
    }

    @Test
    void preparesNothingOfAnOpaqueSourceThatEndsEarly() {
        clouds.s3().requests().cutShort("k", 1, 3);

        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> prepare(FakeObject.of("text").etag(ETag.opaque("x-2"))))
                .withMessage("s3://src/k: it ended after 3 of 4 bytes");
    }

    private Upload prepare(FakeObject source) {
        return prepare(Tasks.copy(run, source.entry("k"), Decision.COPY_MISSING), source);
    }

    private Upload prepare(Copy copy, FakeObject source) {
        clouds.s3().with("src", "k", source);
        ObjectContent content = clouds.s3().get("src", "k");
        return transfer().prepare(copy, content);
    }

    private Transfer transfer() {
        return new Transfer(new Spool(directory, "spool-"));
    }
}
