package org.multicloudmirror.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.lease.Leases.Answer;
import org.multicloudmirror.lease.Leases.Answer.Granted;
import org.multicloudmirror.lease.Leases.Answer.Refused;
import org.multicloudmirror.lease.Leases.Request;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.LeaseKeys;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeLeases;
import org.multicloudmirror.testing.FakeStore;

/** Who gets a lease, whoever else asks for it and whatever becomes of requests. */
class LeasesTest {

    private static final Duration LENGTH = Duration.ofMinutes(2);

    private final TransientStoreException noAnswer = new TransientStoreException("it did not answer");
    private final FakeStore store = new FakeStore().bucket("b");
    private final FakeLeases objects = store.holdsLeases();
    private final List<String> losses = new CopyOnWriteArrayList<>();
    private final Machine one = new Machine("one", 0);
    private final Machine two = new Machine("two", Long.MAX_VALUE - 1_000);

    /** With a clock that shows another time than all others. */
    private final class Machine {

        private final String run;
        private final FakeClock clock;
        private final Leases leases;

        Machine(String run, long beginning) {
            this.run = run;
            this.clock = new FakeClock(objects, beginning);
            this.leases = new Leases(new Retry(0, 0, Duration.ZERO), clock);
        }

        Answer ask(String prefix) {
            Location destination = new Location("to", "b", prefix);
            return leases.settled(store, new Request(run, "from://a->to://b", destination, LENGTH), losses::add);
        }

        Lease lease(String prefix) {
            Answer answer = ask(prefix);
            assertThat(answer).isInstanceOf(Granted.class);
            return ((Granted) answer).lease();
        }
    }

    @Test
    void tellsWhoHasIt() {
        one.lease("a/");

        assertThat(two.ask("a/")).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.holder())
                .matches("host \\S+, pid \\d+, run one, scenario from://a->to://b, since 2026-11-30T12:00:00Z;"
                        + " its lease holds until 2026-11-30T12:02:01Z unless it is renewed"));
    }

    @Test
    void whatDoesNotOverlapIsFree() {
        one.lease("a/");

        two.lease("b/");

        assertThat(objects.texts()).hasSize(2).allSatisfy((key, text) -> assertThat(key)
                .startsWith(LeaseKeys.PREFIX));
    }

    @Test
    void whatIsAboveOrBelowIsNot() {
        one.lease("a/b/");

        assertThat(two.ask("a/")).isInstanceOf(Refused.class);
        assertThat(two.ask("")).isInstanceOf(Refused.class);
        assertThat(two.ask("a/b/c/")).isInstanceOf(Refused.class);
        assertThat(objects.texts()).hasSize(1);
    }

    @Test
    void whatIsGivenBackIsFree() {
        one.lease("a/").close();

        assertThat(objects.texts()).isEmpty();
        two.lease("a/");
    }

    @Test
    void runsOutByTheClockOfTheStore() {
        one.lease("a/");
        objects.pass(LENGTH.plusSeconds(1));
        assertThat(two.ask("a/")).isInstanceOf(Refused.class);
        assertThat(two.ask("a/b/")).isInstanceOf(Refused.class);

        objects.pass(Duration.ofMillis(1));

        two.lease("a/b/");
        assertThat(one.ask("a/")).isInstanceOf(Refused.class);
    }

    @Test
    void whatRanOutIsOfTheFirstWhoTakesIt() {
        one.lease("a/");
        objects.pass(LENGTH.multipliedBy(2));
        objects.beforeNext(FakeLeases.Request.REPLACE, () -> new Machine("three", 5).lease("a/"));

        assertThat(two.ask("a/")).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.holder())
                .contains("run three"));
    }

    @Test
    void aWriteWhoseAnswerIsLostIsLookedAt() {
        objects.losesNextAnswer(FakeLeases.Request.CREATE, noAnswer);

        one.lease("a/").prove();

        assertThat(two.ask("a/")).isInstanceOf(Refused.class);
    }

    @Test
    void whoAsksForWhatOverlapsAtTheSameTimeGivesWay() {
        objects.beforeNext(FakeLeases.Request.CREATE, () -> two.lease("a/b/"));

        assertThat(one.ask("a/")).isInstanceOf(Refused.class);
        assertThat(objects.texts()).hasSize(1);
    }

    @Test
    void oneOfManyThatAskAtTheSameTimeHasIt() throws Exception {
        int machines = 8;
        ExecutorService threads = Executors.newFixedThreadPool(machines);
        CountDownLatch together = new CountDownLatch(machines);
        List<Future<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            Machine machine = new Machine("run" + i, i);
            answers.add(threads.submit(() -> {
                together.countDown();
                together.await();
                return machine.ask("a/");
            }));
        }

        int granted = 0;
        for (Future<Answer> answer : answers) {
            granted += answer.get() instanceof Granted ? 1 : 0;
        }
        threads.shutdown();

        assertThat(granted).isEqualTo(1);
    }

    @Test
    void aStoreThatWritesInSpiteOfAConditionHoldsNone() {
        objects.heedsNoConditions();

        assertThatThrownBy(() -> one.ask("a/"))
                .isInstanceOf(RejectedException.class)
                .hasMessage("the store of to://b/a/ writes in spite of \"If-None-Match: *\", and can hold no lease:"
                        + " set mirror.lease=off, and let one machine alone write there");
        assertThat(objects.texts()).isEmpty();
    }

    @Test
    void aStoreWithoutConditionsHoldsNone() {
        assertThatThrownBy(() -> one.leases.settled(
                        new FakeStore().bucket("b"),
                        new Request("r", "s", new Location("to", "b", ""), LENGTH),
                        losses::add))
                .isInstanceOf(RejectedException.class)
                .hasMessage("store to can hold no lease: set mirror.lease=off, and let one machine alone write there");
    }

    @Test
    void whatIsNoLeaseIsLeftAlone() {
        one.lease("a/");
        String key = key();
        objects.hold("b", key, "hello");

        assertThatThrownBy(() -> two.ask("a/"))
                .isInstanceOf(RejectedException.class)
                .hasMessage("the object " + key + " of the bucket of to://b/a/ is no lease that can be read; look at it"
                        + " with another tool, and delete it there");
        assertThat(objects.texts().values()).extracting(found -> found.text()).containsExactly("hello");
    }

    @Test
    void withoutComparedTagsTheLastOfTwoWritersHasIt() {
        objects.comparesNoTags();
        one.clock.meanwhile(() -> objects.hold("b", key(), text("two")));

        assertThat(one.ask("a/")).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.holder())
                .contains("run two"));
    }

    @Test
    void withoutComparedTagsWhoWritesLateDoesNotHaveIt() {
        objects.comparesNoTags();
        one.lease("a/");
        objects.pass(LENGTH.multipliedBy(2));
        List<Lease> granted = new ArrayList<>();
        Machine three = new Machine("three", 5);
        objects.beforeNext(FakeLeases.Request.REPLACE, () -> granted.add(three.lease("a/")));

        assertThatThrownBy(() -> two.ask("a/"))
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("the lease on to://b/a/ took 3000 ms to write, too long to be relied on; run it again");

        assertThatThrownBy(() -> granted.get(0).prove()).isInstanceOf(RejectedException.class);
        assertThat(losses).singleElement().asString().contains("another run has it: host", "run two");
        assertThat(new Machine("four", 6).ask("a/")).isInstanceOf(Refused.class);
    }

    @Test
    void withoutComparedTagsAWriteWithoutAnAnswerIsNotReliedOn() {
        objects.comparesNoTags();
        objects.losesNextAnswer(FakeLeases.Request.CREATE, noAnswer);

        assertThatThrownBy(() -> one.ask("a/"))
                .isInstanceOf(TransientStoreException.class)
                .hasCause(noAnswer)
                .hasMessage("it did not answer; should the lease on to://b/a/ have been written all the same, it keeps"
                        + " other runs away for " + LENGTH.toSeconds() + " s, this machine's too");

        assertThat(two.ask("a/")).isInstanceOf(Refused.class);
        assertThat(one.ask("a/"))
                .as("it may have come late, and over the text of a run that goes on")
                .isInstanceOf(Refused.class);
        objects.pass(LENGTH.multipliedBy(2));
        one.lease("a/");
    }

    private String key() {
        return objects.texts().keySet().iterator().next();
    }

    private String text(String run) {
        Holder holder = new Holder("host", 1, run, "from://a->to://b", objects.now());
        return new LeaseText("a/", holder, LENGTH, run, 0).json();
    }
}
