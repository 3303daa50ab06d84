package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.DeleteLimit;
import org.multicloudmirror.mirror.options.Deletion;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.options.RunShare;
import org.multicloudmirror.mirror.options.Selection;
import org.multicloudmirror.mirror.options.WrittenClass;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.storage.LeaseKeys;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeLeases;
import org.multicloudmirror.testing.FakeLeases.Request;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

/** The shipped routes under a lease, and without one beside those of others. */
class LeaseRoutesTest {

    private static final Duration LENGTH = Duration.ofMinutes(2);
    private static final String OTHERS =
            "{\"prefix\":\"\",\"host\":\"other\",\"pid\":7,\"run\":\"r2\",\"scenario\":\"x->y\","
                    + "\"since\":\"2026-11-30T11:59:00Z\",\"seconds\":120,\"token\":\"t\",\"renewal\":0}";

    private final Path directory;
    private final FakeStore source = new FakeStore();
    private final FakeStore destination = new FakeStore();
    private final FakeLeases leases = destination.holdsLeases();

    LeaseRoutesTest(@TempDir Path directory) {
        this.directory = directory;
        source.with("a", "kept", "1").with("a", "new", "2");
        destination.with("b", "kept", "1").with("b", "old", "3");
    }

    @Test
    void givesTheLeaseBackAtTheEnd() {
        Summary summary = run(RunMode.MIRROR, LENGTH);

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(destination.objects("b")).containsOnlyKeys("kept", "new");
        assertThat(leases.texts()).isEmpty();
        // taken, and proven before the one batch of deletions
        assertThat(leases.count(Request.LOOK)).isEqualTo(2);
        // taken, and tried twice whether conditions are heeded
        assertThat(leases.count(Request.CREATE)).isEqualTo(2);
        assertThat(leases.count(Request.REPLACE)).isEqualTo(1);
        assertThat(leases.count(Request.REMOVE)).isEqualTo(1);
    }

    @Test
    void countsNoTimeThatItWaitsForTheLease() {
        AtomicReference<Instant> asked = new AtomicReference<>(Instant.MAX);
        leases.beforeNext(Request.CREATE, () -> asked.set(Instant.now()));

        Summary summary = run(RunMode.MIRROR, LENGTH);

        assertThat(summary.started()).isAfterOrEqualTo(asked.get());
    }

    @Test
    void asksForNoneUnasked() {
        run(RunMode.MIRROR, LENGTH);
        int listings = destination.requests().count(Operation.LIST);
        destination.with("b", "old", "3");

        run(RunMode.MIRROR, Duration.ZERO);

        // with a lease, those of others are listed twice
        assertThat(destination.requests().count(Operation.LIST) - listings).isEqualTo(listings - 2);
        assertThat(leases.count(Request.LOOK)).isEqualTo(2);
    }

    @Test
    void whatWritesNothingAsksForNone() {
        run(RunMode.DRY_RUN, LENGTH);
        run(RunMode.CHECK, LENGTH);

        assertThat(leases.count(Request.LOOK)).isZero();
        assertThat(leases.count(Request.CREATE)).isZero();
    }

    @Test
    void isRefusedWhereAnotherRunHasIt() {
        hold(OTHERS);

        Summary summary = run(RunMode.MIRROR, LENGTH);

        assertThat(summary.status()).isEqualTo(RunStatus.LOCKED);
        assertThat(summary.problem())
                .isEqualTo("another run has it: host other, pid 7, run r2, scenario x->y, since 2026-11-30T11:59:00Z;"
                        + " its lease holds until 2026-11-30T12:02:01Z unless it is renewed");
        assertThat(destination.objects("b")).containsKey("old").doesNotContainKey("new");
    }

    @Test
    void saysWhyThereIsNone() {
        leases.heedsNoConditions();

        Summary summary = run(RunMode.MIRROR, LENGTH);

        assertThat(summary.status()).isEqualTo(RunStatus.COULD_NOT_RUN);
        assertThat(summary.problem())
                .isEqualTo(
                        "no lease on cf://b: the store of cf://b writes in spite of \"If-None-Match: *\", and can hold"
                                + " no lease: set mirror.lease=off, and let one machine alone write there");
        assertThat(destination.objects("b")).doesNotContainKey("new");
    }

    @Test
    void makesAMissingDestinationFirst() {
        FakeStore fresh = new FakeStore();
        fresh.holdsLeases();

        Summary summary =
                new RoutesUnderTest(directory, source, fresh).run(options(RunMode.MIRROR, LENGTH, Deletion.NONE));

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(summary.notes()).contains("created cf://b");
        assertThat(fresh.objects("b")).containsOnlyKeys("kept", "new");
    }

    @Test
    void deletesNothingOnceItIsLost() {
        source.requests().before(Operation.HEAD, "old", () -> hold(OTHERS));

        Summary summary = run(RunMode.MIRROR, LENGTH);

        assertThat(destination.objects("b")).containsKey("old");
        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        String why = "the lease on cf://b is lost: another run has it: host other, pid 7, run r2, scenario x->y, since"
                + " 2026-11-30T11:59:00Z";
        assertThat(summary.problem())
                .isEqualTo(why + ": 1 object is left, nothing was deleted; the next run goes on from here");
        assertThat(summary.sample(OutcomeKind.LEFT))
                .extracting(Outcome::key, Outcome::reason)
                .containsExactly(tuple("old", "not deleted: " + why));
        assertThat(leases.texts().values()).extracting(found -> found.text()).containsExactly(OTHERS);
    }

    @Test
    void deletesNothingThatItCannotProve() {
        source.requests()
                .before(
                        Operation.HEAD,
                        "old",
                        () -> leases.losesNextAnswer(Request.LOOK, new TransientStoreException("no answer")));

        Summary summary = run(RunMode.MIRROR, LENGTH);

        // asked again, and told
        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(destination.objects("b")).doesNotContainKey("old");
    }

    @Test
    void neitherCopiesNorDeletesNorCountsLeases() {
        source.with("a", LeaseKeys.PREFIX + "0a", OTHERS);
        destination.with("b", LeaseKeys.PREFIX + "0b", OTHERS);

        Summary summary = run(RunMode.MIRROR, Duration.ZERO);
        Summary check = run(RunMode.CHECK, Duration.ZERO);

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(summary.listed()).isEqualTo(2);
        assertThat(destination.objects("b")).containsOnlyKeys("kept", "new", LeaseKeys.PREFIX + "0b");
        assertThat(check.status()).isEqualTo(RunStatus.OK);
        assertThat(check.listed()).isEqualTo(2);
    }

    @Test
    void leavesThemAloneWhereListingsAreSorted() {
        source.with("a", LeaseKeys.PREFIX + "0a", OTHERS).with("a", "-first", "0");
        source.listedAs(entries -> {
            List<ObjectEntry> reversed = new ArrayList<>(entries);
            Collections.reverse(reversed);
            return reversed;
        });
        destination.with("b", LeaseKeys.PREFIX + "0b", OTHERS);

        Summary summary = run(RunMode.MIRROR, Duration.ZERO);

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(destination.objects("b")).containsOnlyKeys("-first", "kept", "new", LeaseKeys.PREFIX + "0b");
    }

    private void hold(String text) {
        String key = leases.texts().keySet().stream().findFirst().orElse(LeaseKeys.PREFIX + "other");
        leases.hold("b", key, text);
    }

    private Summary run(RunMode mode, Duration lease) {
        Deletion deletion =
                mode == RunMode.MIRROR ? new Deletion(true, new DeleteLimit.None(), 0, true) : Deletion.NONE;
        return new RoutesUnderTest(directory, source, destination).run(options(mode, lease, deletion));
    }

    private static RunOptions options(RunMode mode, Duration lease, Deletion deletion) {
        return new RunOptions(
                mode,
                Compare.ETAG,
                new Selection(1_000_000),
                deletion,
                BackupPlace.NONE,
                true,
                Budget.unlimited(),
                RunShare.WHOLE,
                WrittenClass.USUAL,
                lease,
                "");
    }
}
