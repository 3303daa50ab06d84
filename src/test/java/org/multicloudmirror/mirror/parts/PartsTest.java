package org.multicloudmirror.mirror.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.mirror.copy.InterruptedCopyException;
import org.multicloudmirror.mirror.copy.Spool;
import org.multicloudmirror.mirror.copy.Transfer;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLayout.Basis;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.SourceChangedException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeLargeObjects;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

class PartsTest {

    private static final PartLimits LIMITS = new PartLimits(1000, 1, 100, 50);
    private static final Retry RETRY = new Retry(2, 2, Duration.ZERO);

    private final FakeRuns clouds = new FakeRuns();
    private @Nullable Copy copied;
    private final Run run = clouds.start("s3://src->cf://dst");
    private final FakeLargeObjects destination = clouds.cf().takesParts(LIMITS, AssembledTag.MANIFEST);
    private final byte[] bytes = new byte[95];
    private final Path directory;

    PartsTest(@TempDir Path directory) {
        this.directory = directory;
        new Random(1).nextBytes(bytes);
    }

    @BeforeEach
    void holdAnOldObject() {
        clouds.cf().with("dst", "k", "old");
    }

    /** Held in memory, and streamed through. */
    @ParameterizedTest
    @ValueSource(ints = {10, 100})
    void keepsAndProvesThePartsOfTheSource(int partSize) {
        clouds.s3().with("src", "k", multipart(Basis.TOLD, 40, 40, 15));

        copy(partSize);

        assertArrived(Proof.PARTS);
        assertThat(destination.sizes("k")).containsExactly(40L, 40L, 15L);
    }

    /** As some uploaders end an object; nobody takes a part without a byte from us. */
    @ParameterizedTest
    @CsvSource({"40, 55, 0, 10", "40, 0, 55, 10", "0, 40, 55, 10", "40, 55, 0, 100"})
    void provesEmptyPartsOfTheSource(int first, int second, int third, int partSize) {
        clouds.s3().with("src", "k", multipart(Basis.TOLD, first, second, third));

        copy(partSize);

        assertArrived(Proof.PARTS);
        assertThat(destination.sizes("k")).containsExactly(40L, 55L);
        assertThat(clouds.cf().object("dst", "k").info().metadata().user())
                .containsEntry("mirror-source-parts", first + "+" + second + "+" + third);
    }

    @Test
    void putsNothingTogetherWithoutItsLease() {
        clouds.s3().with("src", "k", FakeObject.of(bytes));
        run.copies().leased(() -> {
            throw new RejectedException("the lease is lost");
        });

        assertThatThrownBy(() -> copy(10)).hasMessage("the lease is lost");

        assertThat(new String(clouds.cf().object("dst", "k").bytes(), UTF_8)).isEqualTo("old");
        assertThat(destination.uploads()).isEmpty();
        assertThat(clouds.cf().requests().count(Operation.COMPLETE)).isZero();
    }

    @Test
    void provesTheWholeMd5OfAPlainObject() {
        clouds.s3().with("src", "k", FakeObject.of(bytes));

        copy(10);

        assertArrived(Proof.MD5);
        assertThat(destination.sizes("k")).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10})
    void provesPartsThatItHadToCut(int partSize) {
        clouds.cf().takesParts(new PartLimits(1000, 1, 20, 50), AssembledTag.MANIFEST);
        clouds.s3().with("src", "k", multipart(Basis.TOLD, 45, 50));

        copy(partSize);

        assertArrived(Proof.PARTS);
        assertThat(clouds.cf().object("dst", "k").info().metadata().user())
                .containsEntry("mirror-source-parts", "45+50");
    }

    /** Else they would stay for ever, with nothing that refers to them. */
    @ParameterizedTest
    @ValueSource(ints = {10, 100})
    void letsThePartsGoWhenTheObjectGoes(int partSize) {
        Instant then = Instant.parse("2090-01-01T00:00:00Z");
        clouds.cf().holding(MetadataLimits.SWIFT);
        ObjectMetadata metadata =
                ObjectMetadata.EMPTY.withUser(Map.of("mirror-delete-at", then.toString(), "owner", "me"));
        clouds.s3().with("src", "k", multipart(Basis.TOLD, 40, 55).metadata(metadata));

        copy(partSize);

        assertThat(clouds.cf().object("dst", "k").info().metadata().deleteAt()).isEqualTo(then);
        assertThat(destination.metadata("k"))
                .hasSize(2)
                .containsOnly(new ObjectMetadata(Map.of(), Map.of(), Map.of(), then, null));
    }

    @Test
    void findsTheRightOneOfSeveralGuesses() {
        PartLayout wrong = PartLayout.ofSizes(List.of(50L, 45L), Basis.GUESSED, AssembledTag.MULTIPART);
        PartLayout right = PartLayout.ofSizes(List.of(60L, 35L), Basis.GUESSED, AssembledTag.MULTIPART);
        clouds.s3().with("src", "k", multipart(Basis.GUESSED, 60, 35).layouts(wrong, right));

        copy(10);

        assertArrived(Proof.PARTS);
        assertThat(destination.sizes("k")).as("of the likelier guess").containsExactly(50L, 45L);
        assertThat(clouds.cf().object("dst", "k").info().metadata().user())
                .containsEntry("mirror-source-parts", "60+35");
    }

    @Test
    void takesBytesThatNoGuessProvesWhenTheyComeTwice() {
        PartLayout wrong = PartLayout.ofSizes(List.of(50L, 45L), Basis.GUESSED, AssembledTag.MULTIPART);
        clouds.s3().with("src", "k", multipart(Basis.GUESSED, 60, 35).layouts(wrong));

        assertThatExceptionOfType(CorruptCopyException.class).isThrownBy(() -> copy(10));
        assertOldIsThere();
        copy(10);

        assertArrived(Proof.SENT);
    }

    @Test
    void copiesAnEncryptedObjectWithoutProofOfTheSource() {
        clouds.s3().with("src", "k", multipart(Basis.TOLD_WITHOUT_PROOF, 60, 35).etag(ETag.opaque("x-2")));

        copy(10);

        assertArrived(Proof.SENT);
    }

    @Test
    void doesNotTakeAPartThatIsNotWhatItsManifestTells() {
        FakeObject object = FakeObject.of(bytes).etag(ETag.opaque("manifest"));
        ETag another = FakeObject.md5(new byte[1]);
        PartLayout layout = new PartLayout(
                List.of(new PartLayout.Part(60, another), new PartLayout.Part(35, another)),
                Basis.TOLD,
                AssembledTag.MANIFEST);
        clouds.s3().with("src", "k", object.layouts(layout));

        assertThatExceptionOfType(CorruptCopyException.class)
                .isThrownBy(() -> copy(10))
                .withMessageStartingWith("s3://src/k: the bytes read have MD5");
        assertOldIsThere();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100})
    void keepsTheOldObjectWhenAPartArrivesCorrupt(int partSize) {
        clouds.s3().with("src", "k", multipart(Basis.TOLD, 40, 55));
        clouds.s3().requests().corruptSlice("k", 2);

        assertThatExceptionOfType(CorruptCopyException.class)
                .isThrownBy(() -> copy(partSize))
                .withMessageStartingWith("s3://src/k: from the bytes read follows the tag");
        assertOldIsThere();
    }

    /** One at a time: else it is chance which part meets which failure, and what that costs. */
    @Test
    void triesAPartAgainByItself() {
        clouds.s3().with("src", "k", multipart(Basis.TOLD, 40, 40, 15));
        clouds.s3().requests().breakOffSlice("k", 1).fail(Operation.SLICE, "k", 3, new TransientStoreException("503"));
        clouds.cf().requests().fail(Operation.PART, "k", 4, new TransientStoreException("503"));

        copy(parts(new PartSettings(50, 100, 1, 4, RETRY)));

        assertArrived(Proof.PARTS);
        assertThat(clouds.s3().requests().slices())
                .extracting(Slice::range)
                .containsExactly(
                        "bytes=0-39", "bytes=20-39", "bytes=40-79", "bytes=40-79", "bytes=80-94", "bytes=80-94");
        assertThat(clouds.cf().requests().count(Operation.PART, "k")).isEqualTo(3 + 2);
    }

    @Test
    void readsOnWhereAPartBrokeOff() {
        clouds.s3().with("src", "k", FakeObject.of(bytes));
        clouds.s3().requests().breakOffSlice("k", 1);

        copy(100);

        assertArrived(Proof.MD5);
        assertThat(clouds.s3().requests().slices())
                .extracting(Slice::range)
                .containsExactly("bytes=0-94", "bytes=47-94");
    }

    /** Whether it is read on or from its beginning, a part that broke off counts once. */
    @ParameterizedTest
    @ValueSource(ints = {100, 10})
    void tellsHowFarItIs(int partSize) {
        clouds.s3().with("src", "k", multipart(Basis.TOLD, 40, 55));
        clouds.s3().requests().breakOffSlice("k", 1);
        CopyTask task = copy("k").task();
        assertThat(run.tasks().claim(task)).isTrue();
        Parts parts = parts(partSize);
        clouds.s3().with("src", "other", FakeObject.of(new byte[1000]));
        CopyTask other = copy("other").task();
        assertThat(run.tasks().claim(other)).isTrue();
        new Copy(other, run.copies()).pass(1);

        parts.send(parts.plan(new Copy(task, run.copies()), clouds.s3().head("src", "k")));

        assertThat(run.progress().bytesLeft())
                .as("of the object that is on its way beside it")
                .isEqualTo(999);
        assertThat(run.progress().bytes() > 95 + 1).as("read anew").isEqualTo(partSize == 10);
    }

    @Test
    void sendsAPartAgainThatTheStoreReceivedWrong() {
        clouds.s3().with("src", "k", FakeObject.of(bytes));
        destination.answersOnce(1, FakeObject.md5(new byte[1]));

        copy(10);

        assertArrived(Proof.MD5);
        assertThat(destination.told()).containsExactly(FakeObject.md5(Arrays.copyOf(bytes, 10)));
        assertThat(clouds.s3().requests().count(Operation.SLICE, "k")).isEqualTo(10);
    }

    /** Such as one that encrypts: its answers prove nothing, but it proves what it is told. */
    @Test
    void tellsTheMd5ToAStoreWhoseAnswersAreNone() {
        clouds.s3().with("src", "k", FakeObject.of(bytes));
        destination.encrypts();

        copy(10);

        assertArrived(Proof.MD5);
        assertThat(destination.told()).hasSize(10);
        assertThat(clouds.cf().requests().count(Operation.PART, "k")).isBetween(11, 13);
    }

    /** As S3 does where a bucket has Object Lock. */
    @Test
    void tellsTheMd5ToAStoreThatRefusesPartsWithoutIt() {
        clouds.s3().with("src", "k", FakeObject.of(bytes));
        destination.wantsMd5();

        copy(10);

        assertArrived(Proof.MD5);
        assertThat(destination.told()).hasSize(10);
    }

    /** As Ceph does. */
    @Test
    void believesWhatWasPutTogetherFromProvenParts() {
        clouds.s3().with("src", "k", FakeObject.of(bytes));
        destination.answersCompletion(ETag.NONE).holds(ETag.opaque("of its own making"), 0);

        copy(10);

        assertThat(clouds.cf().requests().count(Operation.HEAD, "k")).isEqualTo(1);
        assertArrived(Proof.EACH_PART);
    }

    @Test
    void removesThePartsOfAnUploadThatFails() {
        clouds.s3().with("src", "k", FakeObject.of(bytes));
        clouds.cf().requests().failAlways(Operation.PART, "k", new RejectedException("too much"));

        assertThatThrownBy(() -> copy(10)).isInstanceOf(RejectedException.class).hasMessage("too much");
        assertOldIsThere();
        assertThat(clouds.cf().requests().count(Operation.COMPLETE, "k")).isZero();
    }

    @Test
    void beginsAnewWhenTheSourceChanges() {
        clouds.s3().with("src", "k", FakeObject.of(bytes));
        Parts parts = parts(10);
        PartedCopy planned = plan(parts);
        clouds.s3().with("src", "k", FakeObject.of(new byte[95]));

        assertThatExceptionOfType(SourceChangedException.class).isThrownBy(() -> parts.send(planned));
        assertThat(clouds.s3().requests().count(Operation.SLICE, "k"))
                .as("no part is asked for again")
                .isLessThanOrEqualTo(4);
        assertOldIsThere();
    }

    @Test
    void takesACompletionWhoseAnswerWasLostForDone() {
        clouds.s3().with("src", "k", FakeObject.of(bytes));
        destination.losesAnswers();
        clouds.cf().requests().failAlways(Operation.COMPLETE, "k", new TransientStoreException("cut off"));

        copy(10);

        assertArrived(Proof.MD5);
    }

    @Test
    void failsWhenTheCompletionDoes() {
        clouds.s3().with("src", "k", FakeObject.of(bytes));
        clouds.cf().requests().failAlways(Operation.COMPLETE, "k", new TransientStoreException("500 after 200"));

        assertThatThrownBy(() -> copy(10)).hasMessage("500 after 200");
        assertOldIsThere();
    }

    @Test
    void completesOnceWhenTheRunIsGivenUpMeanwhile() {
        clouds.s3().with("src", "k", FakeObject.of(bytes));
        clouds.cf()
                .requests()
                .before(Operation.COMPLETE, "k", run::abandon)
                .failAlways(Operation.COMPLETE, "k", new TransientStoreException("503"));

        assertThatExceptionOfType(TransientStoreException.class).isThrownBy(() -> copy(10));
        assertThat(clouds.cf().requests().count(Operation.COMPLETE)).isOne();
        assertOldIsThere();
    }

    @Test
    void endsAtOnceWhenTheRunIsGivenUp() {
        clouds.s3().with("src", "k", FakeObject.of(bytes));
        Parts parts = parts(10);
        PartedCopy planned = plan(parts);
        run.abandon();

        assertThatExceptionOfType(InterruptedCopyException.class).isThrownBy(() -> parts.send(planned));
        assertThat(clouds.s3().requests().count(Operation.SLICE, "k")).isZero();
        assertOldIsThere();
    }

    /** A manifest tells its parts; a multipart tag tells their number, which some services leave it at. */
    @ParameterizedTest
    @CsvSource({"MULTIPART, 40*2+15", "MANIFEST,"})
    void carriesTheSizesThatTheCopyMayNotTell(AssembledTag tag, @Nullable String carried) {
        clouds.cf().takesParts(LIMITS, tag);
        clouds.s3().with("src", "k", multipart(Basis.TOLD, 40, 40, 15));

        copy(10);

        assertThat(clouds.cf().object("dst", "k").info().metadata().user().get("mirror-source-parts"))
                .isEqualTo(carried);
    }

    @Test
    void believesTheCarriedSizesMoreThanAGuess() {
        PartLayout wrong = PartLayout.ofSizes(List.of(50L, 45L), Basis.GUESSED, AssembledTag.MULTIPART);
        ObjectMetadata carried = ObjectMetadata.EMPTY.withUser(Map.of("mirror-source-parts", "60+35"));
        clouds.s3()
                .with(
                        "src",
                        "k",
                        multipart(Basis.GUESSED, 60, 35).layouts(wrong).metadata(carried));

        copy(10);

        assertArrived(Proof.PARTS);
        assertThat(destination.sizes("k")).containsExactly(60L, 35L);
    }

    @Test
    void leavesSmallObjectsInOnePiece() {
        clouds.s3().with("src", "small", "text");
        clouds.s3().with("src", "k", multipart(Basis.TOLD, 95));

        assertThat(parts(10).isCandidate(copy("small"))).isFalse();
        assertThat(parts(settings(10, 1000))
                        .plan(copy("k"), clouds.s3().head("src", "k"))
                        .isSingle())
                .isTrue();
    }

    private void assertArrived(Proof proof) {
        assertThat(clouds.cf().object("dst", "k").bytes()).isEqualTo(bytes);
        assertThat(copied().evidence().proof()).isEqualTo(proof);
        assertThat(copied().evidence().destination())
                .isEqualTo(clouds.cf().head("dst", "k").etag());
    }

    private void assertOldIsThere() {
        assertThat(clouds.cf().object("dst", "k").text()).isEqualTo("old");
        assertThat(destination.uploads()).isEmpty();
    }

    private void copy(int partSize) {
        copy(parts(partSize));
    }

    private void copy(Parts parts) {
        parts.commit(parts.send(plan(parts)));
    }

    private PartedCopy plan(Parts parts) {
        Copy copy = copied();
        assertThat(parts.isCandidate(copy)).isTrue();
        return parts.plan(copy, clouds.s3().head("src", "k"));
    }

    /** The one that all attempts are about. */
    private Copy copied() {
        if (copied == null) {
            copied = copy("k");
        }
        return copied;
    }

    private Copy copy(String key) {
        return Tasks.copy(run, clouds.s3().object("src", key).entry(key), Decision.COPY_MISSING);
    }

    private Parts parts(int partSize) {
        return parts(settings(partSize, 50));
    }

    private Parts parts(PartSettings settings) {
        return new Parts(transfer(), orphaned(), settings);
    }

    private static PartSettings settings(int partSize, long threshold) {
        return new PartSettings(threshold, partSize, 3, 4, RETRY);
    }

    private Transfer transfer() {
        return new Transfer(new Spool(directory, "spool-"));
    }

    private OrphanedUploads orphaned() {
        return new OrphanedUploads(clouds.runs().copyRuns(), new UploadNotes(directory));
    }

    /** An object of the bytes that was put together from parts of these sizes. */
    private FakeObject multipart(Basis basis, int... sizes) {
        List<ETag> md5s = new ArrayList<>();
        List<Long> longs = new ArrayList<>();
        int offset = 0;
        for (int size : sizes) {
            md5s.add(FakeObject.md5(Arrays.copyOfRange(bytes, offset, offset + size)));
            longs.add((long) size);
            offset += size;
        }
        return FakeObject.of(bytes)
                .etag(AssembledTag.MULTIPART.of(md5s))
                .layouts(PartLayout.ofSizes(longs, basis, AssembledTag.MULTIPART));
    }
}
