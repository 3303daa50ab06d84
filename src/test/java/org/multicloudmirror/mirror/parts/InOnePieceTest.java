package org.multicloudmirror.mirror.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.mirror.copy.Spool;
import org.multicloudmirror.mirror.copy.Transfer;
import org.multicloudmirror.mirror.parts.InOnePiece.Proven;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLayout.Basis;
import org.multicloudmirror.storage.PartLayout.Part;
import org.multicloudmirror.storage.SourceChangedException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

class InOnePieceTest {

    private static final List<ETag> MD5S = Stream.of("te", "xt")
            .map(text -> FakeObject.md5(text.getBytes(UTF_8)))
            .toList();

    private final FakeRuns clouds = new FakeRuns();
    private final Run run = clouds.start("s3://src->cf://dst");
    private final Path directory;
    private final InOnePiece uncut;
    private @Nullable Copy copy;

    InOnePieceTest(@TempDir Path directory) {
        this.directory = directory;
        this.uncut = new InOnePiece(new Transfer(new Spool(directory, "spool-")));
    }

    @Test
    void provesWhatAManifestTells() throws IOException {
        clouds.s3().with("src", "k", object(AssembledTag.MANIFEST).layouts(told(MD5S)));

        Proven proven = prepare();

        assertThat(proven.proof()).isEqualTo(Proof.PARTS);
        assertThat(new String(proven.upload().body().readAllBytes(), UTF_8)).isEqualTo("text");
        assertThat(proven.upload().expected()).isEqualTo(FakeObject.md5("text".getBytes(UTF_8)));
        assertThat(proven.upload().metadata().user()).containsEntry("mirror-source-parts", "2*2");
    }

    @Test
    void provesAMultipartObjectOfOnePart() {
        ETag tag = AssembledTag.MULTIPART.of(List.of(FakeObject.md5("text".getBytes(UTF_8))));
        clouds.s3().with("src", "k", FakeObject.of("text").etag(tag).layouts(guess(4L)));

        Proven proven = prepare();

        assertThat(proven.proof()).isEqualTo(Proof.PARTS);
        assertThat(proven.upload().metadata().user()).doesNotContainKey("mirror-source-parts");
    }

    @Test
    void takesNoBytesThatAreNotTheManifests() {
        List<ETag> others = List.of(MD5S.get(1), MD5S.get(0));
        clouds.s3().with("src", "k", object(AssembledTag.MANIFEST).layouts(told(others)));

        assertThatExceptionOfType(CorruptCopyException.class)
                .isThrownBy(this::prepare)
                .withMessageStartingWith("s3://src/k: the bytes read have MD5 ");
        assertThat(directory).isEmptyDirectory();
    }

    /** An encrypted object's tag follows from nothing. */
    @Test
    void takesBytesThatNoGuessProvesWhenTheyComeTwice() {
        clouds.s3()
                .with(
                        "src",
                        "k",
                        FakeObject.of("text")
                                .etag(ETag.opaque("0".repeat(32) + "-1"))
                                .layouts(guess(4L)));

        assertThatExceptionOfType(CorruptCopyException.class).isThrownBy(this::prepare);
        assertThat(prepare().proof()).isEqualTo(Proof.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "other"})
    void readsNothingThatHasChanged(String now) {
        clouds.s3().with("src", "k", object(AssembledTag.MANIFEST).layouts(told(MD5S)));
        PartedCopy planned = planned();
        clouds.s3().with("src", "k", FakeObject.of(now).etag(ETag.opaque("1".repeat(32))));

        assertThatExceptionOfType(SourceChangedException.class)
                .isThrownBy(() -> uncut.prepare(planned, clouds.s3().get("src", "k")));
    }

    @Test
    void leavesWhatIsInNoPartsToItsTag() {
        clouds.s3().with("src", "k", "text");

        assertThat(prepare().proof()).isEqualTo(Proof.SENT);
    }

    private Proven prepare() {
        return uncut.prepare(planned(), clouds.s3().get("src", "k"));
    }

    private PartedCopy planned() {
        FakeObject object = clouds.s3().object("src", "k");
        if (copy == null) {
            copy = Tasks.copy(run, object.entry("k"), Decision.COPY_MISSING);
        }
        return new PartedCopy(copy, object.info(), object.layouts(), new PartPlan(List.of()));
    }

    private static FakeObject object(AssembledTag tag) {
        return FakeObject.of("text").etag(tag.of(MD5S));
    }

    private static PartLayout told(List<ETag> md5s) {
        return new PartLayout(md5s.stream().map(md5 -> new Part(2, md5)).toList(), Basis.TOLD, AssembledTag.MANIFEST);
    }

    private static PartLayout guess(Long... sizes) {
        return PartLayout.ofSizes(List.of(sizes), Basis.GUESSED, AssembledTag.MULTIPART);
    }
}
