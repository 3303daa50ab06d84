package org.multicloudmirror.mirror.list;

import java.util.Iterator;
import java.util.List;
import org.multicloudmirror.storage.EntryColumns;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;

/** Pages whose keys are seen to ascend: the merge of two listings rests on it. */
final class OrderedPages implements Iterator<List<ObjectEntry>> {

    private final Iterator<List<ObjectEntry>> pages;
    private final String what;
    private byte[] last;

    /**
     * @param what whose listing it is, for the message
     * @param after the key that all come behind; empty for none
     */
    OrderedPages(Iterator<List<ObjectEntry>> pages, String what, String after) {
        this.pages = pages;
        this.what = what;
        this.last = Keys.bytes(after);
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
        EntryColumns page = EntryColumns.of(pages.next());
        int wrong = page.firstInDisorder(last);
        if (wrong < page.size()) {
            byte[] before = wrong == 0 ? last : page.key(wrong - 1);
            throw new UnsortedListingException("the listing of " + what + " is not in UTF-8 byte order: \""
                    + Keys.printable(page.get(wrong).key()) + "\" comes after \"" + Keys.printable(Keys.of(before))
                    + "\"");
        }
        last = page.isEmpty() ? last : page.key(page.size() - 1);
        return page;
    }
}
