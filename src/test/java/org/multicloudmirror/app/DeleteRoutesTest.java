package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.DeleteLimit;
import org.multicloudmirror.mirror.options.Deletion;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.options.Selection;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.select.Filters;
import org.multicloudmirror.mirror.select.KeyList;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

/** The last stage of the routes as they ship, over stores in memory. */
class DeleteRoutesTest {

    private static final Deletion ANY = new Deletion(true, new DeleteLimit.None(), 0, true);

    private final Path directory;
    private FakeStore source = new FakeStore();
    private FakeStore destination = new FakeStore();

    DeleteRoutesTest(@TempDir Path directory) {
        this.directory = directory;
        fill();
    }

    private void fill() {
        source.with("a", "kept", "1").with("a", "new", "2");
        destination.with("b", "kept", "1").with("b", "old", "3").with("b", "zz/${x}", "4");
    }

    @Test
    void deletesWhatTheSourceHasNot() {
        Summary summary = run(ANY);

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(destination.objects("b")).containsOnlyKeys("kept", "new");
        assertThat(summary.count(OutcomeKind.DELETED)).isEqualTo(2);
        assertThat(summary.sample(OutcomeKind.DELETED))
                .extracting(Outcome::key, Outcome::reason, Outcome::attempts)
                .containsExactlyInAnyOrder(
                        tuple("old", "absent from the source", 0), tuple("zz/${x}", "absent from the source", 0));
        assertThat(source.requests().count(Operation.HEAD)).isEqualTo(2);
    }

    @Test
    void deletesNothingUnasked() {
        assertThat(run(Deletion.NONE).count(OutcomeKind.DELETED)).isZero();
        assertThat(destination.objects("b")).containsOnlyKeys("kept", "new", "old", "zz/${x}");
        assertThat(source.requests().count(Operation.HEAD)).isZero();
    }

    @Test
    void deletesManyInBatches() {
        for (int i = 0; i < 12_345; i++) {
            destination.with("b", "many/" + i, "x");
        }

        Summary summary = run(ANY);

        assertThat(summary.count(OutcomeKind.DELETED)).isEqualTo(12_347);
        assertThat(summary.sample(OutcomeKind.DELETED)).hasSize(100);
        assertThat(destination.objects("b")).containsOnlyKeys("kept", "new");
    }

    @Test
    void deletesNothingAtAllWhenItWereTooMuch() {
        Summary summary = run(new Deletion(true, new DeleteLimit.Count(1), 0, false));

        assertThat(summary.status()).isEqualTo(RunStatus.GUARDED);
        assertThat(summary.problem())
                .isEqualTo("nothing is deleted: 2 of 3 objects would be deleted, 1 more than --max-delete=1 allows;"
                        + " mirror check lists them");
        assertThat(destination.objects("b")).containsOnlyKeys("kept", "new", "old", "zz/${x}");
    }

    @Test
    void tellsTheGuardInADryRun() {
        Summary summary = run(RunMode.DRY_RUN, new Deletion(true, new DeleteLimit.None(), 10, false));

        assertThat(summary.status()).isEqualTo(RunStatus.GUARDED);
        assertThat(summary.problem())
                .isEqualTo("nothing is deleted: 1 object is equal, 9 fewer than --min-sync=10 asks for before 2 are"
                        + " deleted; are these the right places?");
        assertThat(summary.count(OutcomeKind.WOULD_DELETE)).isZero();
        assertThat(summary.count(OutcomeKind.WOULD_COPY)).isOne();
    }

    @Test
    void tellsExactlyWhatADryRunWouldDelete() {
        Summary summary = run(RunMode.DRY_RUN, ANY);

        assertThat(summary.sample(OutcomeKind.WOULD_DELETE))
                .extracting(Outcome::key)
                .containsExactlyInAnyOrder("old", "zz/${x}");
        assertThat(destination.objects("b")).containsOnlyKeys("kept", "old", "zz/${x}");
        assertThat(source.requests().count(Operation.HEAD)).isZero();
    }

    @Test
    void keepsWhatIsAtTheSourceByNow() {
        source = new FakeStore() {
            @Override
            public ObjectInfo head(String bucket, String key) {
                if (key.equals("old")) {
                    with("a", "old", "again");
                }
                return super.head(bucket, key);
            }
        };
        fill();

        Summary summary = run(ANY);

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(destination.objects("b")).containsOnlyKeys("kept", "new", "old");
        assertThat(summary.sample(OutcomeKind.SKIPPED))
                .extracting(Outcome::key, Outcome::reason)
                .containsExactly(tuple("old", "not deleted: it is at the source by now"));
    }

    @Test
    void keepsWhatTheSourceDoesNotTellOf() {
        source.requests().failAlways(Operation.HEAD, "old", new AccessDeniedException("s3://a/old: 403"));

        Summary summary = run(ANY);

        assertThat(destination.objects("b")).containsOnlyKeys("kept", "new", "old");
        assertThat(summary.sample(OutcomeKind.SKIPPED))
                .extracting(Outcome::key, Outcome::reason)
                .containsExactly(
                        tuple("old", "not deleted: the source does not tell whether it has it: s3://a/old: 403"));
    }

    @Test
    void keepsWhatCameSinceTheRunBegan() {
        destination.with(
                "b", "young", FakeObject.of("y").lastModified(Instant.now().plusSeconds(60)));

        Summary summary = run(new Deletion(true, new DeleteLimit.Count(2), 0, false));

        assertThat(destination.objects("b")).containsOnlyKeys("kept", "new", "young");
        assertThat(summary.sample(OutcomeKind.SKIPPED))
                .extracting(Outcome::key, Outcome::reason)
                .containsExactly(tuple("young", "not deleted: it was written since the run began"));
    }

    @Test
    void deletesNothingWhenACopyFailed() {
        source.requests().failAlways(Operation.GET, "new", new AccessDeniedException("403"));

        Summary summary = run(ANY);

        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(summary.notes()).containsExactly("nothing is deleted: not everything was listed and copied");
        assertThat(destination.objects("b")).containsOnlyKeys("kept", "old", "zz/${x}");
    }

    @Test
    void deletesNothingWhenEitherListingBrokeOff() {
        destination.pageSizes(1).requests().fail(Operation.LIST, "b", 4, new AccessDeniedException("no more"));
        destination.endsWithEmptyPage();

        assertThat(run(ANY).status()).isEqualTo(RunStatus.COULD_NOT_RUN);

        source.pageSizes(1).requests().fail(Operation.LIST, "a", 4, new AccessDeniedException("no more"));
        assertThat(run(ANY).status()).isEqualTo(RunStatus.OK);
        source.with("a", "x1", "1").with("a", "x2", "2");
        source.requests().fail(Operation.LIST, "a", 6, new AccessDeniedException("no more"));
        destination.with("b", "another", "1");
        assertThat(run(ANY).status()).isEqualTo(RunStatus.COULD_NOT_RUN);
        assertThat(destination.objects("b")).containsKey("another");
    }

    @Test
    void triesAgainWhatMayPassAndTellsWhatFailed() {
        AtomicInteger requests = new AtomicInteger();
        destination = new FakeStore() {
            @Override
            public Map<String, StoreException> delete(String bucket, List<String> keys) {
                if (requests.incrementAndGet() == 1) {
                    throw new TransientStoreException("503");
                }
                return super.delete(bucket, keys);
            }
        };
        fill();
        destination.requests().failAlways(Operation.DELETE, "old", new AccessDeniedException("cf://b/old: 403"));

        Summary summary = run(ANY);

        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(requests).hasValue(2);
        assertThat(summary.count(OutcomeKind.DELETED)).isOne();
        assertThat(summary.sample(OutcomeKind.FAILED))
                .extracting(Outcome::key, Outcome::reason)
                .containsExactly(tuple("old", "cf://b/old: 403"));
    }

    @Test
    void givesUpABatchThatFailsAlways() {
        destination = new FakeStore() {
            @Override
            public Map<String, StoreException> delete(String bucket, List<String> keys) {
                throw new TransientStoreException("503");
            }
        };
        fill();

        Summary summary = run(ANY);

        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(summary.sample(OutcomeKind.FAILED))
                .extracting(Outcome::key, Outcome::reason)
                .containsExactlyInAnyOrder(tuple("old", "503"), tuple("zz/${x}", "503"));
    }

    @Test
    void emptiesTheDestinationOnlyWhenThatIsAllowed() {
        source = new FakeStore().bucket("a");

        Summary refused = run(new Deletion(true, new DeleteLimit.None(), 0, false));

        assertThat(refused.status()).isEqualTo(RunStatus.GUARDED);
        assertThat(refused.problem())
                .isEqualTo("nothing is deleted: the source lists no object, and 3 would be deleted; if it is to be"
                        + " empty, add --allow-empty-source");
        assertThat(run(ANY).count(OutcomeKind.DELETED)).isEqualTo(3);
        assertThat(destination.objects("b")).isEmpty();
    }

    @Test
    void tellsExtrasInACheck() {
        Summary summary = run(RunMode.CHECK, Deletion.NONE);

        assertThat(summary.status()).isEqualTo(RunStatus.DIFFERENT);
        assertThat(summary.equal()).isOne();
        assertThat(summary.sample(OutcomeKind.MISSING)).extracting(Outcome::key).containsExactly("new");
        assertThat(summary.sample(OutcomeKind.EXTRA))
                .extracting(Outcome::key)
                .containsExactlyInAnyOrder("old", "zz/${x}");
        assertThat(destination.requests().count(Operation.PUT)).isZero();
        assertThat(destination.requests().count(Operation.DELETE)).isZero();
    }

    /** It came since the listing, and something on the way asks for another key. */
    @Test
    void deletesNothingThatTheSourceListsAndDoesNotGiveOut() {
        destination.with("b", "x//y", "kept").with("b", "x/gone%", "to be deleted");
        source.requests().before(Operation.HEAD, "x//y", () -> source.with("a", "x//y", "it has come"));
        source.hiding("x//y");

        Summary summary = run(ANY);

        assertThat(destination.objects("b")).containsOnlyKeys("kept", "new", "x//y");
        assertThat(summary.sample(OutcomeKind.SKIPPED))
                .extracting(Outcome::key, Outcome::reason)
                .containsExactly(tuple("x//y", "not deleted: it is at the source by now"));
        assertThat(summary.sample(OutcomeKind.DELETED))
                .extracting(Outcome::key)
                .containsExactlyInAnyOrder("old", "x/gone%", "zz/${x}");
    }

    @Test
    void keepsWhatItOverwritesOrDeletes() {
        destination.with("b", "new", "the one before").with("b", "past/kept", "of an earlier run");

        Summary summary = runWithBackup(ANY);

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(destination.objects("b"))
                .containsOnlyKeys("kept", "new", "past/kept", "past/new", "past/old", "past/zz/${x}");
        assertThat(destination.object("b", "past/new").text()).isEqualTo("the one before");
        assertThat(destination.object("b", "past/old").text()).isEqualTo("3");
        assertThat(summary.sample(OutcomeKind.DELETED))
                .extracting(Outcome::reason)
                .containsOnly("absent from the source; kept below past/");
        assertThat(runWithBackup(ANY).counts()).isEmpty();
    }

    @Test
    void overwritesAndDeletesNothingThatCannotBeKept() {
        destination.with("b", "new", "the one before");
        destination.requests().failAlways(Operation.PUT, "past/new", new AccessDeniedException("no room"));

        Summary copy = runWithBackup(Deletion.NONE);

        assertThat(copy.sample(OutcomeKind.FAILED)).extracting(Outcome::reason).containsExactly("no room");
        assertThat(destination.object("b", "new").text()).isEqualTo("the one before");

        source.objects("a").remove("new");
        Summary deletion = runWithBackup(ANY);

        assertThat(deletion.sample(OutcomeKind.FAILED))
                .extracting(Outcome::key, Outcome::reason)
                .containsExactly(tuple("new", "not deleted: it cannot be backed up: no room"));
        assertThat(destination.objects("b")).containsOnlyKeys("kept", "new", "past/old", "past/zz/${x}");
    }

    @Test
    void leavesBackupsOfTheSourceOut() {
        source.with("a", "past/x", "1");

        Summary summary = runWithBackup(Deletion.NONE);

        assertThat(summary.notes()).containsExactly("left out of the source as backups: 1");
        assertThat(destination.objects("b")).doesNotContainKey("past/x");
    }

    @Test
    void neverDeletesWhatTheFiltersLeaveOut() {
        source.with("a", "b.tmp", "1");

        Summary summary = runFiltered("- *.tmp\n- zz/**");

        assertThat(destination.objects("b")).containsOnlyKeys("kept", "new", "zz/${x}");
        assertThat(summary.sample(OutcomeKind.SKIPPED))
                .extracting(Outcome::key, Outcome::reason)
                .containsExactly(tuple("b.tmp", "excluded by --exclude '*.tmp'"));
    }

    @Test
    void mirrorsOnlyTheKeysOfAList() throws IOException {
        Path file = Files.writeString(directory.resolve("keys"), "new\r\nnowhere\n\nold\n");
        Selection selection = new Selection(0, 1_000_000, null, null, Filters.NONE, KeyList.read(file));

        Summary summary = new RoutesUnderTest(directory, source, destination)
                .run(new RunOptions(
                        RunMode.MIRROR, Compare.ETAG, selection, ANY, BackupPlace.NONE, true, Budget.unlimited()));

        assertThat(destination.objects("b")).containsOnlyKeys("kept", "new", "zz/${x}");
        assertThat(summary.notes())
                .containsExactly(
                        "left out of the source, not named by --files-from: 1",
                        "skipped, named by --files-from, and not at the source: 2");
        assertThat(summary.sample(OutcomeKind.SKIPPED))
                .extracting(Outcome::key, Outcome::reason)
                .containsExactly(
                        tuple("nowhere", "named by --files-from, and not at the source"),
                        tuple("old", "named by --files-from, and not at the source"));
    }

    private Summary runFiltered(String rules) {
        Selection selection = new Selection(0, 1_000_000, null, null, Filters.parse(rules), null);
        return new RoutesUnderTest(directory, source, destination)
                .run(new RunOptions(
                        RunMode.MIRROR, Compare.ETAG, selection, ANY, BackupPlace.NONE, true, Budget.unlimited()));
    }

    private Summary runWithBackup(Deletion deletion) {
        return new RoutesUnderTest(directory, source, destination)
                .run(new RunOptions(
                        RunMode.MIRROR,
                        Compare.ETAG,
                        new Selection(1_000_000),
                        deletion,
                        new BackupPlace("past/"),
                        true,
                        Budget.unlimited()));
    }

    private Summary run(Deletion deletion) {
        return run(RunMode.MIRROR, deletion);
    }

    private Summary run(RunMode mode, Deletion deletion) {
        RunOptions options = new RunOptions(
                mode, Compare.ETAG, new Selection(1_000_000), deletion, BackupPlace.NONE, true, Budget.unlimited());
        return new RoutesUnderTest(directory, source, destination).run(options);
    }
}
