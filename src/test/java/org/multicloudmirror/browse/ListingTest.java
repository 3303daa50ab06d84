package org.multicloudmirror.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

class ListingTest {

    private final FakeStore store = new FakeStore().bucket("b");
    private final List<String> told = new ArrayList<>();
    private final Visitor visitor = new Visitor() {
        @Override
        public void object(ObjectEntry entry) {
            told.add(entry.key());
        }

        @Override
        public void prefix(String prefix) {
            told.add(prefix);
        }
    };

    @Test
    void tellsALevelOnly() throws IOException {
        objects("a", "b/1", "b/2/x", "b/2/y", "b/3/z", "b2", "c/1");

        Listing.level(at(""), visitor);
        assertThat(told).containsExactly("a", "b/", "b2", "c/");

        told.clear();
        Listing.level(at("b"), visitor);
        assertThat(told).containsExactly("b/1", "b/2/", "b/3/");
    }

    @Test
    void tellsAllBelowAPrefix() throws IOException {
        objects("a", "b/1", "b/2/x", "b2");

        Listing.all(at("b/"), visitor);

        assertThat(told).containsExactly("b/1", "b/2/x");
    }

    /** A page for the beginning of each prefix, however much is below. */
    @Test
    void passesOverWhatIsBelow() throws IOException {
        for (int i = 0; i < 1000; i++) {
            objects("a/" + i, "b/" + i);
        }
        objects("c");
        store.pageSizes(10);

        Listing.level(at(""), visitor);

        assertThat(told).containsExactly("a/", "b/", "c");
        assertThat(store.requests().count(Operation.LIST, "b")).isEqualTo(3);
    }

    /** U+10FFFF comes behind the place where the listing goes on. */
    @Test
    void aKeyBehindAllOthersTellsNothingTwice() throws IOException {
        objects("a/1", "a/2", "a/3", "a/\udbff\udfff1", "a/\udbff\udfff2", "b");
        store.pageSizes(2);

        Listing.level(at(""), visitor);

        assertThat(told).containsExactly("a/", "b");
    }

    @Test
    void thePathMayBeAnObjects() throws IOException {
        objects("a", "a2", "b");

        Listing.all(at("a"), visitor);
        Listing.level(at("a"), visitor);

        assertThat(told).containsExactly("a", "a");
    }

    @Test
    void nothingThereIsAnError() {
        objects("a2");

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> Listing.level(at("a\n"), visitor))
                .withMessage("s3://b/a\\u000a: no object has this key, and none is below it");
        assertThatExceptionOfType(BucketMissingException.class)
                .isThrownBy(() -> Listing.all(new Place(store, "s3", "other", ""), visitor));
    }

    @Test
    void anEmptyBucketIsEmpty() throws IOException {
        Listing.level(at(""), visitor);

        assertThat(told).isEmpty();
    }

    private Place at(String path) {
        return new Place(store, "s3", "b", path);
    }

    private void objects(String... keys) {
        for (String key : keys) {
            store.with("b", key, "x");
        }
    }
}
