package org.multicloudmirror.mirror.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeLargeObjects;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeRuns;

class OrphanedUploadsTest {

    private static final String SCENARIO = "s3://src->cf://dst";

    private final FakeRuns clouds = new FakeRuns();
    private final FakeLargeObjects destination =
            clouds.cf().bucket("dst").takesParts(new PartLimits(1000, 1, 100, 50), AssembledTag.MANIFEST);
    private final Path directory;

    OrphanedUploadsTest(@TempDir Path directory) {
        this.directory = directory.resolve("made when needed");
    }

    @Test
    void removesWhatAKilledRunLeftAndNothingElse() throws IOException {
        PartedUpload foreign = begin();
        PartedUpload ours = begin();
        orphaned().begin(clouds.start(SCENARIO).copies(), ours);

        Run next = clouds.start(SCENARIO);
        orphaned().sweep(next.id());

        assertThat(destination.uploads()).containsExactly(foreign);
        assertThat(next.notes()).containsExactly("removed the parts of 1 upload that an earlier run left behind");
        assertThat(files()).isEmpty();
    }

    /** A service goes on while a single run of the same scenario is killed. */
    @Test
    void removesWhatAnotherProcessLeftSinceItsOwnLastRun() throws IOException {
        OrphanedUploads service = orphaned();
        OrphanedUploads single = orphaned();
        for (int i = 0; i < 2; i++) {
            service.sweep(clouds.start(SCENARIO).id());
            PartedUpload killed = begin();
            single.begin(clouds.start(SCENARIO).copies(), killed);
            assertThat(destination.uploads()).containsExactly(killed);

            service.sweep(clouds.start(SCENARIO).id());
            assertThat(destination.uploads()).isEmpty();
            assertThat(files()).isEmpty();
            single = orphaned();
        }
    }

    @Test
    void keepsThePartsOfAnObjectThatIsThere() throws IOException {
        PartedUpload complete = begin();
        orphaned().begin(clouds.start(SCENARIO).copies(), complete);
        destination.complete(complete, ObjectMetadata.EMPTY, List.of());

        Run next = clouds.start(SCENARIO);
        orphaned().sweep(next.id());

        assertThat(destination.uploads()).containsExactly(complete);
        assertThat(next.notes()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void removesNothingInADryRun() throws IOException {
        orphaned().begin(clouds.start(SCENARIO).copies(), begin());

        orphaned().sweep(clouds.start(SCENARIO, FakeRuns.DRY).id());

        assertThat(destination.uploads()).hasSize(1);
        assertThat(files()).hasSize(1);
    }

    @Test
    void leavesOtherScenariosUploadsAlone() {
        orphaned().begin(clouds.start(SCENARIO).copies(), begin());

        orphaned().sweep(clouds.start("s3://other->cf://dst").id());

        assertThat(destination.uploads()).hasSize(1);
    }

    @Test
    void triesAgainInTheNextRunWhatCannotBeRemoved() {
        orphaned().begin(clouds.start(SCENARIO).copies(), begin());
        clouds.cf().requests().fail(Operation.DISCARD, "k", 1, new TransientStoreException("503"));

        orphaned().sweep(clouds.start(SCENARIO).id());
        assertThat(destination.uploads()).hasSize(1);
        orphaned().sweep(clouds.start(SCENARIO).id());

        assertThat(destination.uploads()).isEmpty();
    }

    /** They may be all that an object consists of. */
    @Test
    void removesNothingWhileTheStoreDoesNotTellWhatIsInUse() throws IOException {
        PartedUpload upload = begin();
        Run killed = clouds.start(SCENARIO);
        orphaned().begin(killed.copies(), upload);
        destination.hidesUse(true);

        assertThat(orphaned().remove(killed.copies(), upload)).isFalse();
        Run next = clouds.start(SCENARIO);
        orphaned().sweep(next.id());

        assertThat(destination.uploads()).containsExactly(upload);
        assertThat(clouds.cf().requests().count(Operation.DISCARD)).isZero();
        assertThat(next.notes()).isEmpty();
        assertThat(files()).hasSize(1);
        destination.hidesUse(false);
        orphaned().sweep(clouds.start(SCENARIO).id());
        assertThat(destination.uploads()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void readsPastALineThatACrashCutOff() throws IOException {
        orphaned().begin(clouds.start(SCENARIO).copies(), begin());
        Files.writeString(files().get(0), "+ ZHN0 aw", StandardOpenOption.APPEND);

        orphaned().sweep(clouds.start(SCENARIO).id());

        assertThat(destination.uploads()).isEmpty();
    }

    @Test
    void asksNothingOfAPlainObjectThatIsReplaced() {
        Run run = clouds.start(SCENARIO);
        clouds.cf().with("dst", "k", "plain");

        assertThat(orphaned()
                        .segments(
                                run.copies(),
                                new ObjectLocation("cf", "dst", "k"),
                                clouds.cf().object("dst", "k").entry("k")))
                .isNull();
    }

    private PartedUpload begin() {
        return destination.begin("dst", "k", ObjectMetadata.EMPTY, true);
    }

    /** As another process would have it. */
    private OrphanedUploads orphaned() {
        return new OrphanedUploads(clouds.runs().copyRuns(), new UploadNotes(directory));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
