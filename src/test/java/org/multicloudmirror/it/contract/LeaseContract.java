package org.multicloudmirror.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.lease.Lease;
import org.multicloudmirror.lease.Leases;
import org.multicloudmirror.lease.Leases.Answer;
import org.multicloudmirror.lease.Leases.Answer.Granted;
import org.multicloudmirror.lease.Leases.Answer.Refused;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.LeaseKeys;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StorePages;

/** A lease holds, and so does what it is refused with; a store that cannot hold one says so. */
interface LeaseContract extends StoreUnderTest {

    @Test
    default void oneLeaseHoldsOnWhatOverlaps() {
        needs(Gap.LEASES);
        String bucket = freshBucket();

        try (Lease lease = granted(ask(bucket, "a/"))) {
            lease.prove();
            assertThat(ask(bucket, "a/")).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.holder())
                    .matches("host \\S+, pid \\d+, run run1, scenario s3://x->to://y, since 20\\S+Z;"
                            + " its lease holds until 20\\S+Z unless it is renewed"));
            assertThat(ask(bucket, "a/b/")).isInstanceOf(Refused.class);
            assertThat(ask(bucket, "")).isInstanceOf(Refused.class);
            granted(ask(bucket, "b/")).close();
            lease.prove();
        }
        assertThat(store().list(bucket, "", null).entries()).isEmpty();
        granted(ask(bucket, "a/b/")).close();
    }

    @Test
    default void noListingNamesALease() {
        needs(Gap.LEASES);
        String bucket = freshBucket();
        Objects.put(store(), bucket, "-before", "x");
        Objects.put(store(), bucket, "behind", "x");

        try (Lease lease = granted(ask(bucket, ""))) {
            lease.prove();
            assertThat(store().list(bucket, LeaseKeys.PREFIX, null).entries()).hasSize(1);
            assertThat(new StorePages(store(), bucket, "", bucket).next())
                    .extracting(entry -> entry.key())
                    .containsExactly("-before", "behind");
            assertThat(StorePages.ascending(store(), bucket, "", bucket, "").next())
                    .extracting(entry -> entry.key())
                    .containsExactly("-before", "behind");
        }
    }

    @Test
    default void saysSoWhereNoLeaseHolds() {
        assumeTrue(gaps().containsKey(Gap.LEASES), "it holds leases");
        String bucket = freshBucket();

        assertThatThrownBy(() -> ask(bucket, ""))
                .isInstanceOf(RejectedException.class)
                .hasMessageEndingWith("set mirror.lease=off, and let one machine alone write there");
        assertThat(store().list(bucket, "", null).entries()).isEmpty();
    }

    private Answer ask(String bucket, String prefix) {
        Location destination = new Location("to", bucket, prefix);
        Leases.Request request = new Leases.Request("run1", "s3://x->to://y", destination, Duration.ofSeconds(20));
        return new Leases().ask(store(), request, why -> {
            throw new AssertionError(why);
        });
    }

    private static Lease granted(Answer answer) {
        assertThat(answer).isInstanceOf(Granted.class);
        return ((Granted) answer).lease();
    }
}
