package org.multicloudmirror.mirror.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.mirror.BackupPlace;
import org.multicloudmirror.mirror.Budget;
import org.multicloudmirror.mirror.Compare;
import org.multicloudmirror.mirror.Deletion;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.RunMode;
import org.multicloudmirror.mirror.RunOptions;
import org.multicloudmirror.mirror.Selection;
import org.multicloudmirror.mirror.copy.Spool;
import org.multicloudmirror.mirror.parts.Leftovers;
import org.multicloudmirror.mirror.parts.PartSettings;
import org.multicloudmirror.mirror.parts.ServerParts;
import org.multicloudmirror.mirror.parts.UploadNotes;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.NotFoundException;
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
        Leftovers leftovers = new Leftovers(clouds.runs(), new UploadNotes(directory));
        PartSettings settings = new PartSettings(100, 3, 1, 4, new Retry(0, 0, Duration.ZERO));
        serverParts = new ServerParts(leftovers, settings);
        backup = new Backup(clouds.runs(), new Spool(directory, "spool-"), serverParts, leftovers);
        clouds.cf().copiesOnServer(clouds.cf());
    }

    @Test
    void hasTheServerCopyWhatAnMd5Proves() {
        clouds.cf().with("dst", "k", "text");

        backup.keep(run, OBJECT);

        assertThat(clouds.cf().object("dst", "old/k").text()).isEqualTo("text");
        assertThat(clouds.cf().requests().count(Operation.GET)).isZero();
    }

    /** It may be more than one request takes. */
    @ParameterizedTest
    @CsvSource({"TOLD, 4", "TOLD_WITHOUT_PROOF, 4", "TOLD, 7"})
    void hasTheServerCopyTheParts(Basis basis, int firstPart) {
        hold(basis, firstPart);

        backup.keep(run, OBJECT);

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
                .isThrownBy(() -> serverParts.copy(run, OBJECT, before, "old/k"));

        assertThat(parts.uploads()).isEmpty();
        assertThat(clouds.cf().objects("dst")).containsOnlyKeys("k");
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

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> backup.keep(run, OBJECT));

        assertThat(clouds.cf().objects("dst")).containsOnlyKeys("k");
    }

    @Test
    void needsNoneOfWhatIsGone() {
        clouds.cf().bucket("dst");

        backup.keep(run, OBJECT);

        assertThat(clouds.cf().objects("dst")).isEmpty();
    }

    @Test
    void failsWhenTheObjectIsListedAndNotGivenOut() {
        clouds.cf().with("dst", "k", "text").hiding("k");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> backup.keep(run, OBJECT))
                .withMessageStartingWith("cf://dst/k: the listing names it");
    }

    /** "Archived" is said of sources, and is no failure there. */
    @Test
    void failsWhenTheObjectIsArchived() {
        clouds.cf().with("dst", "k", FakeObject.of("text").etag(ETag.opaque("x")));
        clouds.cf().requests().failAlways(Operation.GET, "k", new ArchivedException("cf://dst/k", "GLACIER"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> backup.keep(run, OBJECT))
                .withMessage("cf://dst/k: archived, so that no backup can be made of it; restore it first");
    }

    @Test
    void failsWhenTheBackupCannotBePut() {
        clouds.cf().with("dst", "k", FakeObject.of("text").etag(ETag.opaque("x")));
        clouds.cf().requests().failAlways(Operation.PUT, "old/k", new BucketMissingException("no such bucket"));

        assertThatExceptionOfType(BucketMissingException.class).isThrownBy(() -> backup.keep(run, OBJECT));
    }

    @Test
    void readsAndWritesWhatTheServerDoesNotCopy() {
        hold(Basis.TOLD, 4);
        clouds.cf().requests().failAlways(Operation.SLICE, "k", new SourceChangedException("cf://dst/k"));

        backup.keep(run, OBJECT);

        assertThat(clouds.cf().object("dst", "old/k").text()).isEqualTo("textextext");
        assertThat(parts.uploads()).isEmpty();
    }

    @Test
    void removesThePartsOfTheBackupThatItTakesThePlaceOf() {
        hold(Basis.TOLD, 4);
        backup.keep(run, OBJECT);
        backup.keep(run, OBJECT);
        assertThat(parts.uploads()).hasSize(1);

        clouds.cf().with("dst", "k", "text");
        backup.keep(run, OBJECT);

        assertThat(clouds.cf().object("dst", "old/k").text()).isEqualTo("text");
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
