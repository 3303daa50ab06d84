package org.multicloudmirror.mirror.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.storage.CircuitBreaker;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.GuardedStore;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.OutageException;
import org.multicloudmirror.storage.ThrottledException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.UnreachableException;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.FakeStore;
import org.multicloudmirror.testing.FakeStores;
import org.multicloudmirror.testing.Tasks;

/** One object is never answered, while others may be. The run's own clock stands still beside the one here. */
class RetryPolicyTest {

    private static final int RETRIES = 5;
    private static final int ANY = 1_000;

    private final UnreachableException silent = new UnreachableException("no answer", new IOException());
    private final FakeStore source = new FakeStore().with("a", "silent", "1").with("a", "well", "2");
    private final ObjectStore guarded = new GuardedStore(source, new CircuitBreaker("s3", 20));
    private final FakeStores stores = new FakeStores().with("s3", guarded).with("cf", new FakeStore().bucket("b"));
    private final Runs runs = new Runs(stores);
    private final Run run = runs.start(new ScenarioParser(stores.names()).parse("s3://a->cf://b"), FakeRuns.COPY);
    private final Map<String, Copy> copies = new HashMap<>();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final RetryPolicy retryPolicy = new RetryPolicy(nanos::get);

    @BeforeEach
    void watch() {
        run.watchStores();
        source.requests().failAlways(Operation.HEAD, "silent", silent);
        begin("silent");
        begin("well");
    }

    @Test
    void anOutageShorterThanTheSpanUsesUpNoRetries() {
        for (int second = 0; second < 119; second++) {
            assertThat(isLeftForUnanswered("silent")).isTrue();
            pass(1);
        }
        ask("well");

        for (int retry = 0; retry < RETRIES; retry++) {
            assertThat(isLeft("silent", new TransientStoreException("503"))).isTrue();
        }
        assertThat(isLeft("silent", new TransientStoreException("503"))).isFalse();
    }

    /** Each of its failures makes the store look out, and each success of another makes it look well again. */
    @Test
    void anObjectThatIsNeverAnsweredEndsWhileOthersAreCopied() {
        int attempts = 1;
        while (isLeftForUnanswered("silent") && attempts < ANY) {
            attempts++;
            ask("well");
            pass(10);
        }

        // twelve within the span, and then each retry
        assertThat(attempts).isEqualTo(12 + RETRIES + 1);
    }

    @Test
    void neitherAThrottledNorAnotherAttemptBeginsTheSpanAnew() {
        assertThat(isLeftForUnanswered("silent")).isTrue();
        pass(60);
        assertThat(isLeft("silent", new ThrottledException("429", Duration.ZERO)))
                .isTrue();
        begin("silent");
        pass(60);

        int attempts = 1;
        while (isLeftForUnanswered("silent") && attempts < ANY) {
            attempts++;
        }

        assertThat(attempts).isEqualTo(RETRIES + 1);
    }

    @Test
    void eachObjectHasItsOwnSpan() {
        assertThat(isLeftForUnanswered("silent")).isTrue();
        pass(120);

        for (int i = 0; i < RETRIES + 1; i++) {
            assertThat(isLeftForUnanswered("silent", "well")).isTrue();
        }
    }

    @Test
    void countsWhatIsNotAnsweredByAStoreThatAnswersOthers() {
        isLeftForUnanswered("silent");
        ask("well");

        for (int retry = 0; retry < RETRIES; retry++) {
            assertThat(isLeft("silent", silent)).isTrue();
        }
        assertThat(isLeft("silent", silent)).isFalse();
    }

    /** It is told as an outage is, and is the object's own. */
    @Test
    void countsWhatIsToldOfAStoreThatServesOthers() {
        failing("silent", new OutageException("502"));

        for (int retry = 0; retry < RETRIES; retry++) {
            assertThat(isLeftForUnanswered("silent")).isTrue();
            ask("well");
        }
        assertThat(isLeftForUnanswered("silent")).isFalse();
    }

    @Test
    void sitsOutWhatIsToldOfAStoreThatServesNobody() {
        failing("silent", new OutageException("502"));

        for (int second = 0; second < 120; second++) {
            assertThat(isLeftForUnanswered("silent")).isTrue();
            pass(1);
        }
    }

    private void failing(String key, OutageException failure) {
        source.requests().failAlways(Operation.HEAD, key, failure);
    }

    private boolean isLeftForUnanswered(String key) {
        return isLeftForUnanswered(key, key);
    }

    private boolean isLeftForUnanswered(String asked, String failed) {
        try {
            ask(asked);
        } catch (OutageException e) {
            return isLeft(failed, e);
        }
        throw new AssertionError(asked + " was answered");
    }

    private void ask(String key) {
        guarded.head("a", key);
    }

    private boolean isLeft(String key, Exception failure) {
        return retryPolicy.isLeft(copy(key), failure, RETRIES, ANY);
    }

    private void begin(String key) {
        copy(key).attempt();
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private Copy copy(String key) {
        return copies.computeIfAbsent(
                key,
                one -> Tasks.copy(
                        run, new ObjectEntry(one, 1, ETag.NONE, Instant.EPOCH, false), Decision.COPY_MISSING));
    }
}
