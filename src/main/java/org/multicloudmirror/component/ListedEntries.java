package org.multicloudmirror.component;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.StorePages;

/**
 * The entries of all pages of a listing, each page asked for when it is come to, so that one is in memory. A listing that
 * breaks off throws: it never just ends.
 */
final class ListedEntries implements Iterator<ObjectEntry> {

    private final StorePages pages;
    private Iterator<ObjectEntry> page;

    /** Asks for the first page, so that who lists is told of a missing bucket at once. */
    ListedEntries(StorePages pages) {
        this.pages = pages;
        this.page = pages.next().iterator();
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && pages.hasNext()) {
            page = pages.next().iterator();
        }
        return page.hasNext();
    }

    @Override
    public ObjectEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }
}
