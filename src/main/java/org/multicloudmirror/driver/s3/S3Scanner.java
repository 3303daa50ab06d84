package org.multicloudmirror.driver.s3;

import static org.multicloudmirror.driver.PageCursor.ascii;

import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.EntryField;
import org.multicloudmirror.driver.PageBytes;
import org.multicloudmirror.driver.PageCursor;
import org.multicloudmirror.driver.PageScanner;
import org.multicloudmirror.driver.ScannedTag;
import org.multicloudmirror.driver.ScannedTime;

/**
 * Reads a {@code ListBucketResult} as services write it, by its bytes. What it does not expect, an element, an attribute, a
 * reference, makes the whole page one for the parser ({@link S3Listing}), whose rules hold for both.
 */
final class S3Scanner extends PageScanner {

    private static final byte[][] DECLARATIONS = {
        ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), ascii("<?xml version='1.0' encoding='UTF-8'?>")
    };
    private static final byte[][] RESULTS = {
        ascii("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"),
        ascii("<ListBucketResult xmlns=\"http://doc.s3.amazonaws.com/2006-03-01\">"),
        ascii("<ListBucketResult>")
    };
    private static final byte[] RESULT_END = ascii("</ListBucketResult>");
    private static final byte[] CONTENTS = ascii("<Contents>");
    private static final byte[] CONTENTS_END = ascii("</Contents>");
    private static final byte[] KEY = ascii("<Key>");
    private static final byte[] KEY_END = ascii("</Key>");
    private static final byte[] TIME = ascii("<LastModified>");
    private static final byte[] TIME_END = ascii("</LastModified>");
    private static final byte[] SIZE = ascii("<Size>");
    private static final byte[] SIZE_END = ascii("</Size>");
    private static final byte[] TAG = ascii("<ETag>");
    private static final byte[] TAG_END = ascii("</ETag>");
    private static final byte[][] QUOTES = {ascii("&quot;"), ascii("\""), ascii("&#34;")};
    private static final byte[] OWNER = ascii("<Owner>");
    private static final byte[] OWNER_END = ascii("</Owner>");
    private static final byte[][] OF_OWNER = {ascii("ID>"), ascii("DisplayName>")};

    /** Classes that are read only once they are restored: such entries are for the parser. */
    private static final byte[][] ARCHIVES = S3Listing.ARCHIVES.stream()
            .map(name -> ascii("<StorageClass>" + name + "<"))
            .toArray(byte[][]::new);

    /** What is not compared. */
    private static final byte[][] IGNORED = {
        ascii("StorageClass>"),
        ascii("ChecksumAlgorithm>"),
        ascii("ChecksumType>"),
        ascii("Type>"),
        ascii("Generation>"),
        ascii("MetaGeneration>")
    };

    private final PageCursor page;
    private final ScannedKeys keys;
    private final ScannedTag tag;
    private final ScannedTime time;
    private final XmlElements elements;
    private final S3PageFields fields = new S3PageFields();
    private boolean hasSize;

    private S3Scanner(PageBytes page) {
        super(page);
        this.page = page();
        this.keys = new ScannedKeys(this.page, entries());
        this.tag = new ScannedTag(this.page);
        this.time = new ScannedTime(this.page);
        this.elements = new XmlElements(this.page);
    }

    /**
     * The page, or null when it is for the parser.
     *
     * @param prefix that was asked for
     * @param listed knows how the server writes keys
     */
    static @Nullable S3Page scan(PageBytes page, String prefix, ListedKeys listed) {
        S3Scanner scanner = new S3Scanner(page);
        return page.isWhole() && scanner.isListing() ? scanner.page(prefix, listed) : null;
    }

    private @Nullable S3Page page(String prefix, ListedKeys listed) {
        return decode(prefix, listed) ? fields.page(entries().columns()) : null;
    }

    /** Has keys as they are, unless they show another form than the page says: {@link ListedKeys#decoded} knows then. */
    private boolean decode(String prefix, ListedKeys listed) {
        boolean isEncoded = fields.isEncoded();
        if (listed.known() != null || (isEncoded && keys.showNoEncoding())) {
            return false;
        }
        boolean isTelling = !keys.showNoEncoding() && entries().count() > 0 && ListedKeys.isTelling(prefix);
        if (!isEncoded) {
            return !isTelling || keys.beginWith(prefix);
        }
        if (isTelling && keys.beginWith(prefix)) {
            return false;
        }
        keys.decode();
        return !isTelling || keys.beginWith(prefix);
    }

    private boolean isListing() {
        if (skipOne(DECLARATIONS)) {
            page.skipBlank();
        }
        if (!skipOne(RESULTS)) {
            return false;
        }
        while (true) {
            page.skipBlank();
            // <Contents>, not <ContinuationToken>
            if (page.ahead(1) == 'C' && page.ahead(5) == 'e') {
                if (!skipEntry()) {
                    return false;
                }
            } else if (page.skip(RESULT_END)) {
                page.skipBlank();
                return page.isAtEnd();
            } else if (!elements.skip(fields)) {
                return false;
            }
        }
    }

    @Override
    protected void beginEntry() {
        keys.clear();
        hasSize = false;
    }

    @Override
    protected boolean isEntry() {
        if (!page.skip(CONTENTS)) {
            return false;
        }
        page.skipBlank();
        while (!page.skip(CONTENTS_END)) {
            if (!isElement()) {
                return false;
            }
            page.skipBlank();
        }
        return true;
    }

    private boolean isElement() {
        if (page.skip(KEY)) {
            return skip(EntryField.KEY) && page.skip(KEY_END);
        }
        if (page.skip(TIME)) {
            return skip(EntryField.TIME) && page.skip(TIME_END);
        }
        if (page.skip(TAG)) {
            return isQuotedTag() && page.skip(TAG_END);
        }
        if (page.skip(SIZE)) {
            return skip(EntryField.SIZE) && page.skip(SIZE_END);
        }
        return page.skip(OWNER) ? isOwner() : !skipOne(ARCHIVES) && elements.skip(IGNORED);
    }

    private boolean isQuotedTag() {
        for (byte[] quote : QUOTES) {
            if (page.skip(quote)) {
                return skip(EntryField.TAG) && page.skip(quote);
            }
        }
        return skip(EntryField.TAG);
    }

    @Override
    protected boolean isField(EntryField field) {
        return switch (field) {
            case KEY -> keys.skip();
            case TIME -> time.skip(entries());
            case TAG -> isTag();
            case SIZE -> isSize();
            case MANIFEST_TAG -> false;
        };
    }

    private boolean isTag() {
        boolean isTag = tag.skip();
        tag.to(entries());
        return isTag;
    }

    private boolean isSize() {
        long size = page.number();
        entries().size(size);
        hasSize = true;
        return size != PageCursor.NONE;
    }

    @Override
    protected boolean end() {
        boolean hasKey = keys.isFound();
        entries().end(keys.end(), !hasSize);
        return hasKey;
    }

    private boolean isOwner() {
        page.skipBlank();
        while (!page.skip(OWNER_END)) {
            if (!elements.skip(OF_OWNER)) {
                return false;
            }
            page.skipBlank();
        }
        return true;
    }

    private boolean skipOne(byte[][] texts) {
        for (byte[] text : texts) {
            if (page.skip(text)) {
                return true;
            }
        }
        return false;
    }
}
