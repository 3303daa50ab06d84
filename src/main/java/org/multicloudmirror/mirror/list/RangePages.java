package org.multicloudmirror.mirror.list;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * The pages of one side of a range. From the second on, the next page is fetched while this one is worked on: who has
 * one page only costs no request more. For one thread.
 */
final class RangePages implements Iterator<List<ObjectEntry>> {

    private final Iterator<List<ObjectEntry>> pages;
    private final PageFetcher fetcher;
    private @Nullable String until;
    private @Nullable CompletableFuture<List<ObjectEntry>> ahead;
    private String last = "";
    private boolean isFirst = true;
    private boolean isOver;

    /**
     * @param until the last key that may come; null for no bound
     * @param fetcher fetches them
     */
    RangePages(Iterator<List<ObjectEntry>> pages, @Nullable String until, PageFetcher fetcher) {
        this.pages = pages;
        this.until = until;
        this.fetcher = fetcher;
    }

    @Override
    public boolean hasNext() {
        return !isOver && (ahead != null || pages.hasNext());
    }

    /**
     * @throws ListingStoppedException when the run is to stop
     */
    @Override
    public List<ObjectEntry> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<ObjectEntry> page = withinBounds(ahead == null ? fetcher.fetched(pages::next) : fetcher.arrived(ahead));
        ahead = null;
        if (!page.isEmpty()) {
            last = page.get(page.size() - 1).key();
        }
        if (!isOver && !isFirst && pages.hasNext()) {
            ahead = fetcher.begin(pages::next);
        }
        isFirst = false;
        return page;
    }

    /** The last key that came; empty before the first. */
    String last() {
        return last;
    }

    /**
     * The end comes nearer.
     *
     * @param key behind {@link #last}
     */
    void endAt(String key) {
        until = key;
    }

    private List<ObjectEntry> withinBounds(List<ObjectEntry> page) {
        String bound = until;
        if (bound == null || page.isEmpty()) {
            return page;
        }
        int end = page.size();
        while (end > 0 && Keys.ORDER.compare(page.get(end - 1).key(), bound) > 0) {
            end--;
        }
        isOver = end < page.size() || page.get(end - 1).key().equals(bound);
        return page.subList(0, end);
    }
}
