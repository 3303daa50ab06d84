package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

/** One key looked for by itself: in a fresh listing, and where the object lies. */
class FreshLookTest {

    private final FakeStore store =
            new FakeStore().with("b", "k", "1").with("b", "k/l", "2").with("b", "k2", "3");

    @Test
    void namesAKeyThatOthersBeginWith() {
        assertThat(store.isListed("b", "k")).isTrue();
        assertThat(store.isListed("b", "k/")).isFalse();
        assertThat(store.isListed("b", "k/l")).isTrue();
        assertThat(store.isListed("b", "x")).isFalse();
    }

    @Test
    void readsOnePageOfAnOrderedBucket() {
        store.delete("b", "k");
        store.pageSizes(1);

        assertThat(store.isListed("b", "k")).isFalse();
        assertThat(store.requests().count(Operation.LIST)).isOne();
    }

    @Test
    void readsBehindEmptyPages() {
        store.pageSizes(0, 0, 1);

        assertThat(store.isListed("b", "k")).isTrue();
    }

    /** Where there is no order, the key may be anywhere among those that it begins. */
    @Test
    void readsAllPagesOfAnUnorderedBucket() {
        FakeStore unordered = new FakeStore() {
            @Override
            public boolean listsRanges(String bucket) {
                return false;
            }
        };
        unordered.with("b", "k", "1").with("b", "k/l", "2").pageSizes(1).listedAs(entries -> {
            var reversed = new ArrayList<>(entries);
            Collections.reverse(reversed);
            return reversed;
        });

        assertThat(unordered.isListed("b", "k")).isTrue();
    }

    @Test
    void asksTheObjectItself() {
        assertThat(store.exists("b", "k")).isTrue();
        assertThat(store.exists("b", "x")).isFalse();
        assertThatExceptionOfType(BucketMissingException.class).isThrownBy(() -> store.exists("c", "k"));
    }

    @Test
    void isRepeatedAsPagesAre() {
        store.requests().fail(Operation.LIST, "b", 1, new TransientStoreException("503"));

        assertThat(new PageRetry(store, new Retry(1, 1, Duration.ZERO)).isListed("b", "k"))
                .isTrue();
    }
}
