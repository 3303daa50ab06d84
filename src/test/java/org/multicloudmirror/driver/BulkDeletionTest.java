package org.multicloudmirror.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.driver.quirk.VagueBulkDeletes;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.OutageException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.ThrottledException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.UnreachableException;

class BulkDeletionTest {

    private final List<List<String>> together = new ArrayList<>();
    private final List<String> single = new ArrayList<>();
    private final VagueBulkDeletes vague = new VagueBulkDeletes(QuirkMemory.of("s3"));
    private Function<List<String>, BulkAnswer> answer = keys -> new BulkAnswer(Set.copyOf(keys), Map.of(), false);

    @Test
    void deletesAsManyAtOnceAsTheServiceTakes() {
        assertThat(delete("a", "b", "c", "d", "e")).isEmpty();

        assertThat(together).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
        assertThat(single).isEmpty();
    }

    @Test
    void deletesOneByOneWhatTheRequestCannotName() {
        assertThat(delete("a", "!b", "c")).isEmpty();

        assertThat(together).containsExactly(List.of("a", "c"));
        assertThat(single).containsExactly("!b");
    }

    @Test
    void deletesOneByOneWhatTheAnswerDoesNotName() {
        answer = keys -> new BulkAnswer(Set.of(keys.get(0), "other"), Map.of(), false);

        assertThat(delete("a", "b", "c", "denied")).containsOnlyKeys("denied");
        assertThat(together).hasSize(2);
        assertThat(single).containsExactly("b", "denied");
    }

    @Test
    void deletesOneByOneForAWhileWhereAnswersTellNothing() {
        answer = keys -> BulkAnswer.NOTHING;

        assertThat(delete("a", "b", "c", "denied")).containsOnlyKeys("denied");
        assertThat(delete("e")).isEmpty();

        assertThat(together).containsExactly(List.of("a", "b"));
        assertThat(single).containsExactly("a", "b", "c", "denied", "e");
    }

    /** Swift counts, and names nobody: where one was not found, it may be any; the next batch is asked for as one. */
    @Test
    void goesOnAskingForSeveralWhereAnAnswerIsUnderstood() {
        answer = keys -> new BulkAnswer(Set.of(), Map.of(), true);

        assertThat(delete("a", "b", "c")).isEmpty();
        assertThat(together).containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(single).containsExactly("a", "b", "c");
    }

    @Test
    void tellsWhatFailed() {
        answer = keys -> new BulkAnswer(Set.of(), Map.of("a", new AccessDeniedException("403")), false);

        assertThat(delete("a", "!denied")).containsOnlyKeys("a", "!denied");
        assertThat(single).containsExactly("!denied");
    }

    @Test
    void asksAStoreThatIsNotThereOnce() {
        answer = keys -> BulkAnswer.NOTHING;

        assertThat(delete("a", "away", "b", "c")).containsOnlyKeys("away", "b", "c");
        assertThat(single).containsExactly("a", "away");
    }

    @Test
    void asksAStoreThatIsDownTwice() {
        answer = keys -> BulkAnswer.NOTHING;

        assertThat(delete("a", "down 1", "down 2", "b", "c")).containsOnlyKeys("down 1", "down 2", "b", "c");
        assertThat(single).containsExactly("a", "down 1", "down 2");
    }

    @Test
    void goesOnBehindASlip() {
        answer = keys -> BulkAnswer.NOTHING;

        assertThat(delete("down 1", "a", "down 2", "denied", "down 3", "b"))
                .containsOnlyKeys("down 1", "down 2", "denied", "down 3");
        assertThat(single).containsExactly("down 1", "a", "down 2", "denied", "down 3", "b");
    }

    @Test
    void asksAStoreThatThrottlesOnce() {
        answer = keys -> BulkAnswer.NOTHING;

        assertThat(delete("a", "slow", "b")).containsOnlyKeys("slow", "b");
        assertThat(single).containsExactly("a", "slow");
    }

    @Test
    void asksNothingAboutNothing() {
        assertThat(delete()).isEmpty();
        assertThat(together).isEmpty();
    }

    @Test
    void knowsWhichRefusalsAreOfTheRequestItself() {
        assertThat(BulkDeletion.isRefused(404, new NotFoundException("404"))).isTrue();
        assertThat(BulkDeletion.isRefused(400, new RejectedException("400 MalformedXML")))
                .isTrue();
        assertThat(BulkDeletion.isRefused(404, new BucketMissingException("404 NoSuchBucket")))
                .isFalse();
        assertThat(BulkDeletion.isRefused(403, new AccessDeniedException("403")))
                .isFalse();
        assertThat(BulkDeletion.isRefused(503, new TransientStoreException("503")))
                .isFalse();
    }

    private Map<String, StoreException> delete(String... keys) {
        BulkDeletion deletion = new BulkDeletion(
                2,
                key -> !key.startsWith("!"),
                (bucket, some) -> {
                    together.add(some);
                    return answer.apply(some);
                },
                (bucket, key) -> {
                    single.add(key);
                    if (key.endsWith("denied")) {
                        throw new AccessDeniedException("403");
                    }
                    if (key.startsWith("down")) {
                        throw new OutageException("503");
                    }
                    if (key.equals("slow")) {
                        throw new ThrottledException("429", Duration.ZERO);
                    }
                    if (key.equals("away")) {
                        throw new UnreachableException("no answer", new IOException("refused"));
                    }
                },
                vague);
        return deletion.delete("bucket", List.of(keys));
    }
}
