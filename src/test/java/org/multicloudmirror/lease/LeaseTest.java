package org.multicloudmirror.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.lease.Leases.Answer;
import org.multicloudmirror.lease.Leases.Answer.Granted;
import org.multicloudmirror.lease.Leases.Answer.Refused;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.LeaseObjects.Found;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeLeases;
import org.multicloudmirror.testing.FakeLeases.Request;
import org.multicloudmirror.testing.FakeStore;

/** A lease is kept as long as its run, and lost before anybody else can have it. */
class LeaseTest {

    private static final Duration LENGTH = Duration.ofMinutes(2);
    private static final Duration QUARTER = LENGTH.dividedBy(4);

    private final TransientStoreException noAnswer = new TransientStoreException("it did not answer");
    private final FakeStore store = new FakeStore().bucket("b");
    private final FakeLeases objects = store.holdsLeases();
    private final FakeClock clock = new FakeClock(objects, 7);
    private final List<String> losses = new ArrayList<>();

    @Test
    void holdsForAsLongAsItIsRenewed() {
        Lease lease = lease();
        for (int i = 0; i < 10; i++) {
            objects.pass(QUARTER);
            lease.renew();
            lease.check();
            lease.prove();
        }

        assertThat(other()).isInstanceOf(Refused.class);
        assertThat(losses).isEmpty();
        lease.close();
        assertThat(objects.texts()).isEmpty();
    }

    @Test
    void withoutComparedTagsItHoldsAsLong() {
        objects.comparesNoTags();
        holdsForAsLongAsItIsRenewed();
    }

    @Test
    void isLostBeforeOthersCanHaveIt() {
        Lease lease = lease();
        objects.beforeNext(Request.REPLACE, () -> {
            throw noAnswer;
        });
        assertThatThrownBy(lease::renew).isSameAs(noAnswer);
        objects.pass(LENGTH.minusSeconds(12));

        lease.check();

        assertThat(losses)
                .containsExactly("the lease on to://b/a/ is lost: it could not be renewed in time: it did not answer");
        assertThat(other()).isInstanceOf(Refused.class);
        assertThatThrownBy(lease::prove).isInstanceOf(RejectedException.class).hasMessage(losses.get(0));
        lease.check();
        assertThat(losses).hasSize(1);
    }

    @Test
    void whatIsLostIsNotGivenBack() {
        Lease lease = lease();
        objects.pass(LENGTH);
        lease.check();

        lease.close();

        assertThat(objects.texts()).hasSize(1);
        assertThat(objects.count(Request.REMOVE)).isZero();
    }

    @Test
    void norIsWhatMayBeAnothersByNow() {
        Lease lease = lease();
        objects.pass(LENGTH.minusSeconds(12));

        lease.close();

        assertThat(objects.count(Request.REMOVE)).isZero();
    }

    @Test
    void whatIsLostIsNotRenewed() {
        Lease lease = lease();
        objects.pass(LENGTH);
        lease.check();

        lease.renew();

        assertThat(objects.count(Request.REPLACE)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRenewalDoesNotTakeItFromAnotherRun(boolean comparesTags) {
        if (!comparesTags) {
            objects.comparesNoTags();
        }
        Lease lease = lease();
        passes(LENGTH.multipliedBy(2));
        Answer answer = other();

        lease.renew();
        lease.close();

        assertThat(losses).singleElement().asString().contains("another run has it: host ", "run two");
        assertThat(objects.texts().values())
                .extracting(Found::text)
                .singleElement()
                .asString()
                .contains("\"run\":\"two\"");
        ((Granted) answer).lease().prove();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void norDoesItPutItBackWhereSomebodyRemovedIt(boolean comparesTags) {
        if (!comparesTags) {
            objects.comparesNoTags();
        }
        Lease lease = lease();
        objects.texts().forEach((key, found) -> objects.remove("b", key, found.tag()));

        lease.renew();

        assertThat(losses).containsExactly("the lease on to://b/a/ is lost: it is gone");
        assertThat(objects.texts()).isEmpty();
    }

    @Test
    void whatAnotherRunHasIsLost() {
        Lease lease = lease();
        objects.pass(LENGTH.multipliedBy(2));
        clock.misses(LENGTH.multipliedBy(2));
        Answer answer = other();
        assertThat(answer).isInstanceOf(Granted.class);

        assertThatThrownBy(lease::prove)
                .isInstanceOf(RejectedException.class)
                .hasMessageMatching("the lease on to://b/a/ is lost: another run has it: host \\S+, pid \\d+, run two,"
                        + " scenario from://a->to://b, since 2026\\S+Z");
        lease.close();
        ((Granted) answer).lease().prove();
    }

    @Test
    void whatSomebodyRemovedIsLost() {
        Lease lease = lease();
        objects.texts().forEach((key, found) -> objects.remove("b", key, found.tag()));

        assertThatThrownBy(lease::prove).hasMessage("the lease on to://b/a/ is lost: it is gone");
    }

    @Test
    void anAnswerThatWasLostIsNoLoss() {
        Lease lease = lease();
        objects.losesNextAnswer(Request.REPLACE, noAnswer);
        assertThatThrownBy(lease::renew).isSameAs(noAnswer);

        lease.renew();

        lease.prove();
        assertThat(losses).isEmpty();
        objects.pass(QUARTER.multipliedBy(3));
        lease.check();
        assertThat(losses).isEmpty();
    }

    @Test
    void aMachineThatSleptGoesOnWhereNobodyTookIt() {
        Lease lease = lease();
        objects.pass(Duration.ofHours(1));
        clock.misses(Duration.ofHours(1));

        lease.prove();

        assertThat(other()).isInstanceOf(Refused.class);
        assertThat(losses).isEmpty();
    }

    @Test
    void withoutComparedTagsItDoesNot() {
        objects.comparesNoTags();
        Lease lease = lease();
        objects.pass(Duration.ofHours(1));
        clock.misses(Duration.ofHours(1));

        assertThatThrownBy(lease::prove).hasMessage("the lease on to://b/a/ is lost: it has run out");
    }

    @Test
    void withoutComparedTagsALateRenewalIsALoss() {
        objects.comparesNoTags();
        Lease lease = lease();
        objects.pass(QUARTER);
        objects.beforeNext(Request.REPLACE, () -> objects.pass(LENGTH));

        lease.renew();

        assertThat(losses).containsExactly("the lease on to://b/a/ is lost: it ran out while it was renewed");
    }

    @Test
    void aRenewalThatComesTooLateIsALoss() {
        Lease lease = lease();
        objects.pass(LENGTH.minusSeconds(12));

        lease.renew();

        assertThat(losses).containsExactly("the lease on to://b/a/ is lost: it could not be renewed in time");
        assertThat(objects.count(Request.REPLACE))
                .as("no more than at the beginning")
                .isEqualTo(1);
    }

    /** What the store began to count later is not relied on. */
    @Test
    void isProvenByTheOwnClockToo() {
        objects.beforeNext(Request.CREATE, () -> objects.pass(Duration.ofSeconds(5)));
        Lease lease = lease();
        objects.pass(LENGTH.minusSeconds(15));

        assertThatThrownBy(lease::prove).hasMessage("the lease on to://b/a/ is lost: it could not be renewed in time");
    }

    @Test
    void aRenewalThatDidNotHelpIsNoProof() {
        Lease lease = lease();
        passes(Duration.ofHours(1));
        objects.beforeNext(Request.REPLACE, () -> {
            writeAnew();
            objects.beforeNext(Request.REPLACE, () -> {
                writeAnew();
                passes(Duration.ofHours(1));
            });
        });

        assertThatThrownBy(lease::prove)
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("the lease on to://b/a/ could not be renewed");
    }

    private void passes(Duration time) {
        objects.pass(time);
        clock.misses(time);
    }

    /** As by a request of its own that is late: it has another tag then. */
    private void writeAnew() {
        objects.texts().forEach((key, found) -> objects.hold("b", key, found.text()));
    }

    @Test
    void whatWasGivenBackIsNotRenewed() {
        Lease lease = lease();
        lease.close();
        int before = objects.count(Request.REPLACE);

        lease.renew();

        assertThat(objects.count(Request.REPLACE)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 20, 21, 120, 86_400})
    void isTrustedForTwoSecondsLessAndATenthOfALongOne(long seconds) {
        Duration trusted = new LeaseTerm(Duration.ofSeconds(seconds)).trusted();

        assertThat(trusted.plusSeconds(2)).isLessThanOrEqualTo(Duration.ofSeconds(seconds));
        assertThat(trusted.multipliedBy(10)).isLessThanOrEqualTo(Duration.ofSeconds(9 * seconds));
    }

    @Test
    void whatIsNotToldIsNoProof() {
        Lease lease = lease();
        objects.losesNextAnswer(Request.LOOK, noAnswer);

        assertThatThrownBy(lease::prove).isSameAs(noAnswer);
        assertThat(losses).isEmpty();
        lease.prove();
    }

    @Test
    void proofsCostOneRequestEach() {
        Lease lease = lease();
        int before = objects.count(Request.LOOK);

        lease.prove();
        lease.prove();

        assertThat(objects.count(Request.LOOK)).isEqualTo(before + 2);
        assertThat(objects.count(Request.REPLACE)).isEqualTo(1);
    }

    private Lease lease() {
        Answer answer = ask(clock, "one");
        assertThat(answer).isInstanceOf(Granted.class);
        return ((Granted) answer).lease();
    }

    private Answer other() {
        return ask(new FakeClock(objects, -3), "two");
    }

    private Answer ask(FakeClock of, String run) {
        return new Leases(new Retry(0, 0, Duration.ZERO), of)
                .settled(
                        store,
                        new Leases.Request(run, "from://a->to://b", new Location("to", "b", "a/"), LENGTH),
                        losses::add);
    }
}
