package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.multicloudmirror.lease.Leases;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.Deletion;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.options.RunShare;
import org.multicloudmirror.mirror.options.Selection;
import org.multicloudmirror.mirror.options.WrittenClass;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.storage.LeaseKeys;
import org.multicloudmirror.testing.FakeLeases;
import org.multicloudmirror.testing.FakeLeases.Request;
import org.multicloudmirror.testing.FakeRuns;

/** A run whose destination another one has. */
@Timeout(60)
class LeasedRunTest {

    private static final String KEY = LeaseKeys.PREFIX + "other";

    private final FakeRuns clouds = new FakeRuns();
    private final FakeLeases leases = clouds.cf().with("dst", "k", "text").holdsLeases();
    private final Run run = clouds.start("s3://src->cf://dst", options());

    @BeforeEach
    void hold() {
        leases.hold(
                "dst",
                KEY,
                "{\"prefix\":\"\",\"host\":\"other\",\"pid\":7,\"run\":\"r2\",\"scenario\":\"x->y\","
                        + "\"since\":\"2026-11-30T11:59:00Z\",\"seconds\":120,\"token\":\"t\",\"renewal\":0}");
    }

    @Test
    void waitsUntilThatIsThrough() {
        leases.beforeNext(Request.LOOK, () -> leases.beforeNext(Request.LOOK, () -> leases.remove("dst", KEY, tag())));

        try (LeasedRun leased = new LeasedRun(run, new Leases(), true)) {
            assertThat(leased.begin()).isEmpty();
            assertThat(leases.texts()).hasSize(1).doesNotContainKey(KEY);
        }
        assertThat(leases.texts()).isEmpty();
    }

    @Test
    void isNotLockedWhenItIsInterrupted() {
        leases.beforeNext(Request.LOOK, run::interrupt);

        try (LeasedRun leased = new LeasedRun(run, new Leases(), true)) {
            assertThat(leased.begin()).map(Summary::status).contains(RunStatus.INTERRUPTED);
        }
    }

    private String tag() {
        return leases.texts().values().iterator().next().tag();
    }

    private static RunOptions options() {
        return new RunOptions(
                RunMode.MIRROR,
                Compare.ETAG,
                new Selection(1_000_000),
                Deletion.NONE,
                BackupPlace.NONE,
                true,
                Budget.unlimited(),
                RunShare.WHOLE,
                WrittenClass.USUAL,
                Duration.ofMinutes(2),
                "");
    }
}
