package org.multicloudmirror.mirror.list;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;

/** Pages whose keys are seen to ascend: the merge of two listings rests on it. */
final class OrderedPages implements Iterator<List<ObjectEntry>> {

    private final Iterator<List<ObjectEntry>> pages;
    private final String what;
    private @Nullable String last;

    /**
     * @param what whose listing it is, for the message
     * @param after the key that all come behind; empty for none
     */
    OrderedPages(Iterator<List<ObjectEntry>> pages, String what, String after) {
        this.pages = pages;
        this.what = what;
        this.last = after.isEmpty() ? null : after;
    }

    @Override
    public boolean hasNext() {
        return pages.hasNext();
    }

    /**
     * @throws UnsortedListingException when a key does not come after the one before it
     */
    @Override
    public List<ObjectEntry> next() {
        List<ObjectEntry> page = pages.next();
        for (ObjectEntry entry : page) {
            if (last != null && Keys.ORDER.compare(last, entry.key()) >= 0) {
                throw new UnsortedListingException("the listing of " + what + " is not in UTF-8 byte order: \""
                        + Keys.printable(entry.key()) + "\" comes after \"" + Keys.printable(last) + "\"");
            }
            last = entry.key();
        }
        return page;
    }
}
