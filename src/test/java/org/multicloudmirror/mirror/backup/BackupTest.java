package org.multicloudmirror.mirror.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.mirror.copy.Spool;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.Deletion;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.options.Selection;
import org.multicloudmirror.mirror.parts.OrphanedUploads;
import org.multicloudmirror.mirror.parts.PartSettings;
import org.multicloudmirror.mirror.parts.ServerParts;
import org.multicloudmirror.mirror.parts.UploadNotes;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLayout.Basis;
import org.multicloudmirror.storage.PartLayout.Part;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.SourceChangedException;
import org.multicloudmirror.testing.FakeLargeObjects;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeRuns;

class BackupTest {

    private static final ObjectLocation OBJECT = new ObjectLocation("cf", "dst", "k");

    private final FakeRuns clouds = new FakeRuns();
    private final Run run = clouds.start(
            "s3://src->cf://dst",
            new RunOptions(
                    RunMode.MIRROR,
                    Compare.ETAG,
                    new Selection(1L << 30),
                    Deletion.NONE,
                    new BackupPlace("old/"),
                    true,
                    Budget.unlimited()));
    private final FakeLargeObjects parts = clouds.cf().takesParts(new PartLimits(5, 1, 5, 10), AssembledTag.MANIFEST);
    private final ServerParts serverParts;
    private final Backup backup;

    BackupTest(@TempDir Path directory) {
        OrphanedUploads orphaned = new OrphanedUploads(clouds.runs().copyRuns(), new UploadNotes(directory));
        PartSettings settings = new PartSettings(100, 3, 1, 4, new Retry(0, 0, Duration.ZERO));
        serverParts = new ServerParts(orphaned, settings);
        backup = new Backup(new Spool(directory, "spool-"), serverParts, orphaned);
        clouds.cf().copiesOnServer(clouds.cf());
    }

    @Test
    void hasTheServerCopyWhatAnMd5Proves() {
        clouds.cf().with("dst", "k", "text");

        backup.keep(run.copies(), OBJECT);

        assertThat(clouds.cf().object("dst", "old/k").text()).isEqualTo("text");
        assertThat(clouds.cf().requests().count(Operation.GET)).isZero();
    }

    /** It may be more than one request takes. */
    @ParameterizedTest
    @CsvSource({"TOLD, 4", "TOLD_WITHOUT_PROOF, 4", "TOLD, 7"})
    void hasTheServerCopyTheParts(Basis basis, int firstPart) {
        hold(basis, firstPart);

        backup.keep(run.copies(), OBJECT);

        assertThat(clouds.cf().object("dst", "old/k").text()).isEqualTo("textextext");
        assertThat(clouds.cf().object("dst", "old/k").info().metadata())
                .isEqualTo(clouds.cf().object("dst", "k").info().metadata());
        assertThat(clouds.cf().requests().count(Operation.GET)).isZero();
        assertThat(clouds.cf().requests().count(Operation.PUT)).isZero();
        assertThat(parts.uploads()).hasSize(1);
    }

    @Test
    void keepsNothingOfAnObjectThatChanges() {
        hold(Basis.TOLD, 4);
        ObjectInfo before = clouds.cf().head("dst", "k");
        hold(Basis.TOLD, 7);

        assertThatExceptionOfType(SourceChangedException.class)
                .isThrownBy(() -> serverParts.copy(run.copies(), OBJECT, before, "old/k"));

        assertThat(parts.uploads()).isEmpty();
        assertThat(clouds.cf().objects("dst")).containsOnlyKeys("k");
    }

    @Test
    void putsNoPartsTogetherWithoutALease() {
        hold(Basis.TOLD, 4);
        run.copies().leased(() -> {
            throw new RejectedException("the lease is lost");
        });

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> backup.keep(run.copies(), OBJECT))
                .withMessage("the lease is lost");

        assertThat(parts.uploads()).isEmpty();
        assertThat(clouds.cf().requests().count(Operation.COMPLETE)).isZero();
    }

    /** What is not found is the upload, or where its parts go. */
    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"BEGIN", "SLICE", "COMPLETE"})
    void failsWhenTheBackupHasNoPlace(Operation operation) {
        hold(Basis.TOLD, 4);
        clouds.cf()
                .requests()
                .failAlways(operation, operation == Operation.SLICE ? "k" : "old/k", new NotFoundException("404"))
                .failAlways(Operation.PUT, "old/k", new NotFoundException("404"));

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> backup.keep(run.copies(), OBJECT));

        assertThat(clouds.cf().objects("dst")).containsOnlyKeys("k");
    }

    @Test
    void needsNoneOfWhatIsGone() {
        clouds.cf().bucket("dst");

        backup.keep(run.copies(), OBJECT);

        assertThat(clouds.cf().objects("dst")).isEmpty();
    }

    @Test
    void failsWhenTheObjectIsListedAndNotGivenOut() {
        clouds.cf().with("dst", "k", "text").hiding("k");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> backup.keep(run.copies(), OBJECT))
                .withMessageStartingWith("cf://dst/k: the listing names it");
    }

    /** "Archived" is said of sources, and is no failure there. */
    @Test
    void failsWhenTheObjectIsArchived() {
        clouds.cf().with("dst", "k", FakeObject.of("text").etag(ETag.opaque("x")));
        clouds.cf().requests().failAlways(Operation.GET, "k", new ArchivedException("cf://dst/k", "GLACIER"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> backup.keep(run.copies(), OBJECT))
                .withMessage("cf://dst/k: archived, so that no backup can be made of it; restore it first");
    }

    @Test
    void failsWhenTheBackupCannotBePut() {
        clouds.cf().with("dst", "k", FakeObject.of("text").etag(ETag.opaque("x")));
        clouds.cf().requests().failAlways(Operation.PUT, "old/k", new BucketMissingException("no such bucket"));

        assertThatExceptionOfType(BucketMissingException.class).isThrownBy(() -> backup.keep(run.copies(), OBJECT));
    }

    @Test
    void readsAndWritesWhatTheServerDoesNotCopy() {
        hold(Basis.TOLD, 4);
        clouds.cf().requests().failAlways(Operation.SLICE, "k", new SourceChangedException("cf://dst/k"));

        backup.keep(run.copies(), OBJECT);

        assertThat(clouds.cf().object("dst", "old/k").text()).isEqualTo("textextext");
        assertThat(parts.uploads()).isEmpty();
    }

    @Test
    void removesThePartsOfTheBackupThatItTakesThePlaceOf() {
        hold(Basis.TOLD, 4);
        backup.keep(run.copies(), OBJECT);
        backup.keep(run.copies(), OBJECT);
        assertThat(parts.uploads()).hasSize(1);

        clouds.cf().with("dst", "k", "text");
        backup.keep(run.copies(), OBJECT);

        assertThat(clouds.cf().object("dst", "old/k").text()).isEqualTo("text");
    }

    @Test
    void keepsWhatTheTaskTakesThePlaceOf() {
        clouds.cf().with("dst", "k", "old");

        backup.keep(copy("new", clouds.cf().object("dst", "k").entry("k")));

        assertThat(clouds.cf().object("dst", "old/k").text()).isEqualTo("old");
    }

    /** By its MD5, or by the tag that it carries: the backup stays that of the object before. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsNoCopyThatWasMadeBefore(boolean isMd5) {
        clouds.cf().with("dst", "k", "old");
        Copy copy = copy("new", clouds.cf().object("dst", "k").entry("k"));
        backup.keep(copy);
        ETag source = copy.task().entry().etag();
        clouds.cf()
                .with(
                        "dst",
                        "k",
                        isMd5
                                ? FakeObject.of("new")
                                : FakeObject.of("new")
                                        .etag(ETag.opaque("x-2"))
                                        .metadata(ObjectMetadata.EMPTY.withUser(
                                                Map.of("mirror-source-etag", source.value()))));

        backup.keep(Copy.repeated(copy.task(), run.copies()));

        assertThat(clouds.cf().object("dst", "old/k").text()).isEqualTo("old");
    }

    /** Where a listing tells no tags, nothing else tells what was copied before. */
    @ParameterizedTest
    @CsvSource({"0, true", "-1, false"})
    void aRepeatedCopyLeavesTheBackupOfItsRun(long secondsSinceTheRunBegan, boolean isLeft) {
        clouds.cf().with("dst", "k", FakeObject.of("new").etag(ETag.NONE));
        Instant made = run.started().truncatedTo(ChronoUnit.SECONDS).plusSeconds(secondsSinceTheRunBegan);
        clouds.cf().with("dst", "old/k", FakeObject.of("old").lastModified(made));
        ObjectEntry untagged = new ObjectEntry("k", 3, ETag.NONE, Instant.EPOCH, false);

        backup.keep(Copy.repeated(copy(untagged, untagged).task(), run.copies()));

        assertThat(clouds.cf().object("dst", "old/k").text()).isEqualTo(isLeft ? "old" : "new");
        assertThat(clouds.cf().requests().count(Operation.HEAD)).isEqualTo(2);
    }

    /** Metadata alone are replaced, or nobody tells tags: that an object is like its source says nothing of a backup. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsWhatIsLikeItsSourceTheFirstTime(boolean hasTags) {
        clouds.cf()
                .with(
                        "dst",
                        "k",
                        FakeObject.of("new")
                                .etag(hasTags ? FakeObject.of("new").info().etag() : ETag.NONE));
        ObjectEntry source =
                new ObjectEntry("k", 3, hasTags ? FakeObject.of("new").info().etag() : ETag.NONE, Instant.EPOCH, false);

        backup.keep(copy(source, new ObjectEntry("k", 3, ETag.opaque("listed-2"), Instant.EPOCH, false)));

        assertThat(clouds.cf().object("dst", "old/k").text()).isEqualTo("new");
    }

    @Test
    void refusesToReplaceAThirdObject() {
        clouds.cf().with("dst", "k", "old");
        Copy copy = copy("new", clouds.cf().object("dst", "k").entry("k"));
        clouds.cf().with("dst", "k", "third");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> backup.keep(copy))
                .withMessageStartingWith("cf://dst/k: it was replaced since it was listed");
        assertThat(clouds.cf().objects("dst")).containsOnlyKeys("k");
    }

    /** Swift lists a manifest with the MD5 of nothing, and answers for it with another tag. */
    @Test
    void keepsAnObjectThatItsListingMisled() {
        hold(Basis.TOLD, 4);

        backup.keep(copy("new", new ObjectEntry("k", 0, ETag.OF_NOTHING, Instant.EPOCH, true)));

        assertThat(clouds.cf().object("dst", "old/k").text()).isEqualTo("textextext");
    }

    private Copy copy(String text, ObjectEntry present) {
        return copy(FakeObject.of(text).entry("k"), present);
    }

    private Copy copy(ObjectEntry entry, ObjectEntry present) {
        CopyTask task = new CopyTask(
                run.ranges().whole(),
                run.tasks().nextSequence(),
                entry,
                new ObjectLocation("s3", "src", "k"),
                OBJECT,
                Decision.COPY_SIZE,
                present,
                "");
        return new Copy(task, run.copies());
    }

    private void hold(Basis basis, int firstPart) {
        String text = "textextext";
        List<Part> layout = List.of(
                new Part(firstPart, md5(text.substring(0, firstPart))),
                new Part(10L - firstPart, md5(text.substring(firstPart))));
        ETag tag = AssembledTag.MANIFEST.of(layout.stream().map(Part::md5).toList());
        clouds.cf()
                .with(
                        "dst",
                        "k",
                        FakeObject.of(text)
                                .etag(tag)
                                .layouts(new PartLayout(layout, basis, AssembledTag.MANIFEST))
                                .metadata(ObjectMetadata.EMPTY.withUser(Map.of("colour", "red"))));
    }

    private static ETag md5(String text) {
        return FakeObject.of(text).info().etag();
    }
}
