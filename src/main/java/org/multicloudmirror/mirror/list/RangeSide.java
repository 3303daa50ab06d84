package org.multicloudmirror.mirror.list;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.AskedPrefix;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StorePages;

/**
 * What a range is listed from on one side.
 *
 * @param store null when there is no bucket: it lists as empty
 * @param where bucket and prefix
 * @param fetcher fetches its pages
 */
record RangeSide(@Nullable ObjectStore store, Location where, PageFetcher fetcher) {

    /** The pages of a range. */
    RangePages pages(KeyRange range) {
        String until = range.until() == null ? null : whole(range.until());
        return new RangePages(
                store == null
                        ? Collections.emptyIterator()
                        : StorePages.ascending(store, where.bucket(), where.prefix(), where.toString(), after(range)),
                until,
                fetcher);
    }

    /** The key that all of a range come behind; empty for none. */
    String after(KeyRange range) {
        return range.after().isEmpty() ? "" : whole(range.after());
    }

    /** All pages, as they come. */
    Iterator<List<ObjectEntry>> pages() {
        return new RangePages(
                store == null
                        ? Collections.emptyIterator()
                        : new StorePages(store, where.bucket(), where.prefix(), where.toString()),
                null,
                fetcher);
    }

    /** Whether it can be listed from any key. */
    boolean listsRanges() {
        return store == null || store.listsRanges(where.bucket());
    }

    /** Whether the store does list from a key when it is asked to: some begin at the beginning all the same. */
    boolean beginsBehind(String key) {
        return store == null
                || firstBehind(store, where, whole(key)).stream()
                        .allMatch(entry -> Keys.ORDER.compare(entry.key(), whole(key)) > 0);
    }

    /**
     * What a store lists first behind a key, both whole: one entry, or none.
     *
     * @throws RejectedException when it lists other keys than those asked for
     */
    static List<ObjectEntry> firstBehind(ObjectStore store, Location where, String key) {
        List<ObjectEntry> first =
                store.listAfter(where.bucket(), where.prefix(), key, 1).entries();
        new AskedPrefix(where.prefix(), where.toString()).checkAll(first);
        return first;
    }

    /** A key with the prefix. */
    String whole(String key) {
        return where.prefix() + key;
    }

    /** How long the prefix is, in bytes. */
    int prefixLength() {
        return Keys.bytes(where.prefix()).length;
    }

    /** A key without the prefix. */
    String relative(String key) {
        return key.substring(Math.min(key.length(), where.prefix().length()));
    }
}
