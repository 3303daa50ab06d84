package org.multicloudmirror.driver.jclouds;

import static org.multicloudmirror.driver.PageCursor.ascii;

import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.EntryField;
import org.multicloudmirror.driver.PageBytes;
import org.multicloudmirror.driver.PageCursor;
import org.multicloudmirror.driver.PageScanner;
import org.multicloudmirror.driver.ScannedTag;
import org.multicloudmirror.driver.ScannedTime;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.EntryColumns;

/**
 * Reads a container listing as services write it, by its bytes. What it does not expect, a field, a value of another kind,
 * makes the whole page one for the parser ({@link SwiftListing}), whose rules hold for both.
 */
final class SwiftScanner extends PageScanner {

    private static final byte[] NAME = ascii("\"name\":");
    private static final byte[] HASH = ascii("\"hash\":");
    private static final byte[] BYTES = ascii("\"bytes\":");
    private static final byte[] TIME = ascii("\"last_modified\":");
    private static final byte[] TYPE = ascii("\"content_type\":");
    private static final byte[] MANIFEST = ascii("\"slo_etag\":");
    private static final byte[] SYMLINK = ascii("\"symlink_path\":");
    private static final byte[] QUOTED = ascii("\\\"");
    private static final byte[] OF_NOTHING = ascii(ETag.OF_NOTHING.value());

    private final PageCursor page;
    private final JsonText text;
    private final ScannedTag hash;
    private final ScannedTag manifest;
    private final ScannedTime time;

    private boolean isEmpty;
    private int keyEnd;

    private SwiftScanner(PageBytes page) {
        super(page);
        this.page = page();
        this.text = new JsonText(this.page);
        this.hash = new ScannedTag(this.page);
        this.manifest = new ScannedTag(this.page);
        this.time = new ScannedTime(this.page);
    }

    /** The entries of a page, or null when it is for the parser. */
    static @Nullable EntryColumns scan(PageBytes page) {
        SwiftScanner scanner = new SwiftScanner(page);
        return page.isWhole() && scanner.isListing() ? scanner.entries().columns() : null;
    }

    private boolean isListing() {
        page.skipBlank();
        if (!page.skip('[')) {
            return false;
        }
        page.skipBlank();
        boolean isFirst = true;
        while (!page.skip(']')) {
            if (!isFirst && !page.skip(',')) {
                return false;
            }
            isFirst = false;
            page.skipBlank();
            if (!skipEntry()) {
                return false;
            }
            page.skipBlank();
        }
        page.skipBlank();
        return page.isAtEnd();
    }

    @Override
    protected void beginEntry() {
        hash.clear();
        manifest.clear();
        keyEnd = PageCursor.NONE;
        isEmpty = true;
    }

    @Override
    protected boolean isEntry() {
        if (!page.skip('{')) {
            return false;
        }
        do {
            page.skipBlank();
            if (!isMember()) {
                return false;
            }
            page.skipBlank();
        } while (page.skip(','));
        return page.skip('}');
    }

    private boolean isMember() {
        return switch (page.ahead(1)) {
            case 'n' -> page.skip(NAME) && isQuoted(EntryField.KEY);
            case 'h' -> page.skip(HASH) && isQuoted(EntryField.TAG);
            case 'b' -> page.skip(BYTES) && isNumber();
            case 'l' -> page.skip(TIME) && isQuoted(EntryField.TIME);
            case 'c' -> page.skip(TYPE) && isIgnored();
            case 's' -> page.skip(MANIFEST) ? isManifestTag() : page.skip(SYMLINK) && isIgnored();
            default -> false;
        };
    }

    private boolean isQuoted(EntryField field) {
        page.skipBlank();
        return page.skip('"') && skip(field) && page.skip('"');
    }

    private boolean isNumber() {
        page.skipBlank();
        return skip(EntryField.SIZE);
    }

    /** In quotes of its own, as Swift has it. */
    private boolean isManifestTag() {
        page.skipBlank();
        if (!page.skip('"')) {
            return false;
        }
        return page.skip(QUOTED)
                ? skip(EntryField.MANIFEST_TAG) && page.skip(QUOTED) && page.skip('"')
                : skip(EntryField.MANIFEST_TAG) && page.skip('"');
    }

    @Override
    protected boolean isField(EntryField field) {
        return switch (field) {
            case KEY -> isKey();
            case TIME -> time.skip(entries());
            case TAG -> hash.skip();
            case MANIFEST_TAG -> manifest.skip() && !manifest.isEmpty();
            case SIZE -> isSize();
        };
    }

    private boolean isKey() {
        keyEnd = text.copy(entries().keys(), entries().keyEnd());
        return keyEnd != PageCursor.NONE;
    }

    private boolean isSize() {
        long size = page.number();
        entries().size(size);
        isEmpty = size == 0;
        return size != PageCursor.NONE;
    }

    @Override
    protected boolean end() {
        boolean hasKey = keyEnd != PageCursor.NONE;
        boolean isManifest = !manifest.isEmpty();
        if (isManifest) {
            manifest.opaqueTo(entries());
        } else {
            hash.to(entries());
        }
        entries().end(Math.max(keyEnd, entries().keyEnd()), isEmpty || (!isManifest && hash.is(OF_NOTHING)));
        return hasKey;
    }

    private boolean isIgnored() {
        page.skipBlank();
        return page.skip('"') && text.skip() && page.skip('"');
    }
}
