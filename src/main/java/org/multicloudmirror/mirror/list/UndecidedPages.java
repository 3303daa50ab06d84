package org.multicloudmirror.mirror.list;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ObjectEntry;

/** A listing begun anew, without its beginning that was decided already: that part is not told twice. */
final class UndecidedPages implements Iterator<List<ObjectEntry>> {

    /** The beginning is another one than before, so that it cannot be left out. */
    static final class ChangedBeginningException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final Iterator<List<ObjectEntry>> pages;
    private final KeyTrail decided;
    private final Consumer<ObjectEntry> skipped;
    private KeyTrail seen = KeyTrail.NONE;
    private @Nullable String last;

    /**
     * @param decided the keys that the listing is to begin with
     * @param skipped gets what is left out
     */
    UndecidedPages(Iterator<List<ObjectEntry>> pages, KeyTrail decided, Consumer<ObjectEntry> skipped) {
        this.pages = pages;
        this.decided = decided;
        this.skipped = skipped;
    }

    /**
     * @throws ChangedBeginningException when the listing ends before its beginning was seen again
     */
    @Override
    public boolean hasNext() {
        boolean hasNext = pages.hasNext();
        if (!hasNext && seen.count() < decided.count()) {
            throw new ChangedBeginningException();
        }
        return hasNext;
    }

    /**
     * @throws ChangedBeginningException when the listing begins with other keys
     */
    @Override
    public List<ObjectEntry> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<ObjectEntry> page = pages.next();
        int beginning = (int) Math.min(page.size(), decided.count() - seen.count());
        if (beginning > 0) {
            seen = seen.then(page.subList(0, beginning));
            last = page.get(beginning - 1).key();
            page.subList(0, beginning).forEach(skipped);
        }
        if (seen.count() == decided.count() && !seen.equals(decided)) {
            throw new ChangedBeginningException();
        }
        // the disorder may be that the next page begins with the last key of this one
        return page.subList(beginning, page.size()).stream()
                .filter(entry -> !entry.key().equals(last))
                .toList();
    }
}
