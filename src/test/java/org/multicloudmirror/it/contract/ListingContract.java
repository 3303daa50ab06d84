package org.multicloudmirror.it.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.it.servers.Names;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectEntry;

/** A listing names every object once, in UTF-8 byte order, and ends where the store says so. */
interface ListingContract extends StoreUnderTest {

    @Test
    default void listsWhatAnObjectIs() {
        Objects.put(store(), bucket(), "listing/object", "12345");

        List<ObjectEntry> entries = Objects.entries(store(), bucket(), "listing/object");

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.key()).isEqualTo("listing/object");
            assertThat(entry.size()).isEqualTo(5);
            assertThat(entry.etag()).isEqualTo(Objects.md5("12345".getBytes(UTF_8)));
            assertThat(entry.lastModified()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
            assertThat(entry.maybeManifest()).isFalse();
        });
    }

    @Test
    default void listsInByteOrder() {
        assertListedInOrder("A", "B", "a!", "a-b", "a0", "aa", "ä", "\ue000");
    }

    @Test
    default void listsInByteOrderBeyondTheFirstPlane() {
        needs(Gap.BYTE_ORDER_BEYOND_THE_FIRST_PLANE);
        assertListedInOrder("\ue000", "\uffff", "\ud800\udc00");
    }

    @Test
    default void listsNoFolderThatNobodyWrote() {
        assertListedInOrder("a!", "a/b", "a/c/d", "a0");
    }

    @Test
    default void listsAnObjectBesideItsFolder() {
        needs(Gap.OBJECT_BESIDE_ITS_FOLDER);
        assertListedInOrder("a", "a/", "a/b", "a/b/c", "a0");
    }

    private void assertListedInOrder(String... inOrder) {
        String bucket = freshBucket();
        for (int i = inOrder.length - 1; i >= 0; i--) {
            Objects.put(store(), bucket, inOrder[i], "x");
        }
        assertThat(Objects.keys(store(), bucket, "")).isEqualTo(List.of(inOrder));
    }

    @Test
    default void listsOnlyWhatBeginsWithThePrefix() {
        for (String key : List.of("photo", "photos/a", "photos/b", "photos2/c", "other")) {
            Objects.put(store(), bucket(), "prefix/" + key, "x");
        }

        assertThat(Objects.keys(store(), bucket(), "prefix/photos/"))
                .isEqualTo(List.of("prefix/photos/a", "prefix/photos/b"));
    }

    @Test
    default void takesSignsInAPrefixLiterally() {
        needs(Gap.SIGNS_IN_A_PREFIX);
        for (String key : List.of("sign/a b+c&d=e?f#g%41/x", "sign/a b+c&d=e?f#gA/x", "sign/äöü/x")) {
            Objects.put(store(), bucket(), key, "x");
        }

        assertThat(Objects.keys(store(), bucket(), "sign/a b+c&d=e?f#g%41/"))
                .isEqualTo(List.of("sign/a b+c&d=e?f#g%41/x"));
        assertThat(Objects.keys(store(), bucket(), "sign/äöü/")).isEqualTo(List.of("sign/äöü/x"));
    }

    @Test
    default void listsWhatComesBehindAKey() {
        needs(Gap.LISTING_BEHIND_A_KEY);
        assumeTrue(store().listsRanges(bucket()), "it lists from the beginning only");
        List<String> keys = List.of("a", "a b", "a&b", "b/1", "b/2", "b/3", "ä", "\ue000");
        keys.forEach(key -> Objects.put(store(), bucket(), "behind/" + key, "x"));

        assertThat(behind("behind/a", 1)).containsExactly("behind/a b");
        assertThat(behind("behind/a b", 2)).containsExactly("behind/a&b", "behind/b/1");
        assertThat(behind("behind/aa", 1)).as("a key that is not there").containsExactly("behind/b/1");
        assertThat(behind("behind/b/2", 9)).containsExactly("behind/b/3", "behind/ä", "behind/\ue000");
        assertThat(behind("behind/\ue000", 9)).isEmpty();
    }

    private List<String> behind(String key, int most) {
        return store().listAfter(bucket(), "behind/", key, most).entries().stream()
                .map(ObjectEntry::key)
                .toList();
    }

    @Test
    default void looksForOneKeyAfresh() {
        Objects.put(store(), bucket(), "fresh/a b+%41", "x");
        Objects.put(store(), bucket(), "fresh/a b+%41.more", "x");

        assertThat(store().isListed(bucket(), "fresh/a b+%41")).isTrue();
        assertThat(store().isListed(bucket(), "fresh/a b")).isFalse();
        assertThat(store().exists(bucket(), "fresh/a b+%41")).isTrue();
        store().delete(bucket(), "fresh/a b+%41");
        assertThat(store().isListed(bucket(), "fresh/a b+%41")).isFalse();
        assertThat(store().exists(bucket(), "fresh/a b+%41")).isFalse();
    }

    @Test
    default void listsNothingInAnEmptyBucket() {
        assertThat(store().list(freshBucket(), "", null)).isEqualTo(new ListingPage(List.of(), null));
    }

    @Test
    default void listsNothingWhereNothingHasThePrefix() {
        assertThat(Objects.keys(store(), bucket(), "no-such-prefix/")).isEmpty();
    }

    @Test
    default void saysThatTheListedBucketIsMissing() {
        String missing = Names.fresh();

        assertThatThrownBy(() -> store().list(missing, "", null))
                .isInstanceOf(BucketMissingException.class)
                .hasMessageContaining("://" + missing);
    }
}
