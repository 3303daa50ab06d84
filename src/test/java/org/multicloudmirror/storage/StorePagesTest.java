package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.FakeStore;

class StorePagesTest {

    @Test
    void looksAtEachKeyOfAnOrderThatNobodySeesTo() {
        StorePages pages = new StorePages(listing("p/a", "x\n", "p/b"), "b", "p/", "s3://b/p/");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(pages::next)
                .withMessageStartingWith("listing s3://b/p/: the listing names \"x\\u000a\", which does not begin with"
                        + " the prefix \"p/\" that was asked for; look for a cache or a proxy");
    }

    @Test
    void looksAtEitherEndOfKeysThatAscend() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(ascending("o", "p/a")::next)
                .withMessageContaining("names \"o\"");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(ascending("p/a", "q")::next)
                .withMessageContaining("names \"q\"");
        assertThat(ascending("p/a", "p/b").next()).hasSize(2);
        assertThat(ascending().next()).isEmpty();
    }

    @Test
    void leavesOutLeases() {
        String lease = LeaseKeys.PREFIX + "0";
        String[] keys = {"-", ".a", lease, LeaseKeys.BEHIND, "b"};

        assertThat(new StorePages(listing(keys), "b", "", "s3://b").next())
                .extracting(ObjectEntry::key)
                .containsExactly("-", ".a", LeaseKeys.BEHIND, "b");
        assertThat(StorePages.ascending(listing(keys), "b", "", "s3://b", "").next())
                .extracting(ObjectEntry::key)
                .containsExactly("-", ".a", LeaseKeys.BEHIND, "b");
        assertThat(new StorePages(listing("b", lease, "-"), "b", "", "s3://b").next())
                .extracting(ObjectEntry::key)
                .containsExactly("b", "-");
        assertThat(new StorePages(listing(lease), "b", LeaseKeys.PREFIX, "s3://b").next())
                .isEmpty();
        assertThat(new StorePages(listing(lease + "/1"), "b", lease + "/", "s3://b").next())
                .isEmpty();
        assertThat(new StorePages(listing(lease), "b", ".multi", "s3://b").next())
                .isEmpty();
        assertThat(new StorePages(listing("p/" + lease), "b", "p/", "s3://b").next())
                .hasSize(1);
    }

    @Test
    void leavesThemOutOfColumns() {
        List<ObjectEntry> page = List.of(entry(".a"), entry(LeaseKeys.PREFIX + "0"), entry("b"));

        assertThat(pageOf(EntryColumns.of(page))).extracting(ObjectEntry::key).containsExactly(".a", "b");
        EntryColumns others = EntryColumns.of(List.of(entry(""), entry(".multi"), entry("b")));
        assertThat(pageOf(others)).isSameAs(others);
    }

    private static List<ObjectEntry> pageOf(EntryColumns columns) {
        FakeStore store = new FakeStore() {
            @Override
            public ListingPage list(String bucket, String prefix, @Nullable String from) {
                return new ListingPage(columns, null);
            }
        };
        return StorePages.ascending(store, "b", "", "s3://b", "").next();
    }

    @Test
    void countsPagesWithoutAKeyInARow() {
        StorePages pages = new StorePages(
                new FakeStore() {
                    private int page;

                    @Override
                    public ListingPage list(String bucket, String prefix, @Nullable String from) {
                        page++;
                        List<ObjectEntry> entries =
                                page == StorePages.MOST_KEYLESS ? List.of(entry("k")) : List.<ObjectEntry>of();
                        return new ListingPage(entries, "token " + page);
                    }
                },
                "b",
                "",
                "s3://b");
        for (int page = 1; page < 2 * StorePages.MOST_KEYLESS; page++) {
            pages.next();
        }

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(pages::next)
                .withMessageContaining("listing s3://b: 1000 pages in a row have no key");
    }

    private static StorePages ascending(String... keys) {
        return StorePages.ascending(listing(keys), "b", "p/", "s3://b/p/", "");
    }

    private static FakeStore listing(String... keys) {
        List<ObjectEntry> entries = new ArrayList<>();
        Arrays.stream(keys).forEach(key -> entries.add(entry(key)));
        return new FakeStore() {
            @Override
            public ListingPage list(String bucket, String prefix, @Nullable String from) {
                return new ListingPage(entries, null);
            }
        };
    }

    private static ObjectEntry entry(String key) {
        return new ObjectEntry(key, 1, ETag.NONE, Instant.EPOCH, false);
    }
}
