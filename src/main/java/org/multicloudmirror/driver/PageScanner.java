package org.multicloudmirror.driver;

/**
 * Reads a page of a listing by its bytes, as services write it. What it does not expect makes the whole page one for a
 * parser, whose rules hold for both.
 */
public abstract class PageScanner {

    private final PageCursor page;
    private final ScannedEntries entries = new ScannedEntries();
    private final EntryShape shape;

    protected PageScanner(PageBytes page) {
        this.page = new PageCursor(page);
        this.shape = new EntryShape(page.bytes());
    }

    protected final PageCursor page() {
        return page;
    }

    protected final ScannedEntries entries() {
        return entries;
    }

    /** Goes behind an entry and adds it; false where there is none that can be scanned. */
    protected final boolean skipEntry() {
        if (entries.count() == AnswerLimits.ENTRIES) {
            return false;
        }
        int from = page.at();
        begin();
        if (!isLikeTheLast()) {
            page.to(from);
            begin();
            shape.begin(from);
            if (!isEntry()) {
                return false;
            }
            shape.end(page.at());
        }
        return end();
    }

    private void begin() {
        entries.begin();
        beginEntry();
    }

    private boolean isLikeTheLast() {
        int fields = shape.fields();
        for (int i = 0; i < fields; i++) {
            if (!page.skip(shape.before(i)) || !isField(shape.field(i))) {
                return false;
            }
        }
        return fields > 0 && page.skip(shape.behind());
    }

    /** Goes behind a field of an entry that is read piece by piece. */
    protected final boolean skip(EntryField field) {
        int from = page.at();
        boolean isField = isField(field);
        shape.field(field, from, page.at());
        return isField;
    }

    /** Forgets what was read of an entry so far. */
    protected abstract void beginEntry();

    /** Goes behind an entry piece by piece, by {@link #skip} where it has fields; false where it is none. */
    protected abstract boolean isEntry();

    /** Goes behind the value of a field, without its quotes; false where it is none. */
    protected abstract boolean isField(EntryField field);

    /** Adds what was read; false when it is no entry. */
    protected abstract boolean end();
}
