package org.multicloudmirror.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.ListingPage;

/** One object more than a page, for stores where that is cheap. */
interface LongListingContract extends StoreUnderTest {

    int PAGE = 1000;

    @Test
    default void goesOnAfterAFullPage() {
        List<String> keys = IntStream.rangeClosed(0, PAGE)
                .mapToObj(i -> "%04d %%+&ä".formatted(i))
                .toList();
        String bucket = freshBucket();
        keys.forEach(key -> Objects.put(store(), bucket, key, "x"));

        ListingPage first = store().list(bucket, "", null);

        assertThat(first.entries()).hasSize(PAGE);
        assertThat(first.next()).isNotNull();
        assertThat(Objects.keys(store(), bucket, "")).isEqualTo(keys);
    }

    @Test
    default void endsAfterExactlyOnePage() {
        String bucket = freshBucket();
        IntStream.range(0, PAGE).forEach(i -> Objects.put(store(), bucket, "%04d".formatted(i), "x"));

        assertThat(Objects.keys(store(), bucket, "")).hasSize(PAGE).doesNotHaveDuplicates();
    }
}
