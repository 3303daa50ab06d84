package org.multicloudmirror.driver.s3;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.multicloudmirror.driver.AnswerLimits;
import org.multicloudmirror.driver.ListingTime;
import org.multicloudmirror.driver.MangledListingException;
import org.multicloudmirror.driver.MarkedBytes;
import org.multicloudmirror.driver.PageBytes;
import org.multicloudmirror.driver.RefusedListingException;
import org.multicloudmirror.driver.ServiceError;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

/** Reads a {@code ListBucketResult} (S3 API reference, ListObjectsV2) as a stream. */
final class S3Listing {

    /** The classes that are read only once they are restored (S3 user guide, "Archived objects"). */
    static final Set<String> ARCHIVES = Set.of("GLACIER", "DEEP_ARCHIVE");

    private final List<ObjectEntry> entries = new ArrayList<>(1000);
    private final S3PageFields fields = new S3PageFields();
    private boolean complete;

    private String key = "";
    private long size;
    private boolean isSizeTold;
    private ETag etag = ETag.NONE;
    private Instant lastModified = Instant.EPOCH;
    private boolean isArchived;
    /** The field of the entry that means nothing, and what it says; empty when all do. */
    private String mistake = "";

    private String mistaken = "";

    private String root = "";
    private String code = "";
    private String message = "";

    private final MarkedBytes body;

    private S3Listing(MarkedBytes body) {
        this.body = body;
    }

    /**
     * The page that a reply's body holds.
     *
     * @param prefix that was asked for
     * @param keys knows how the server writes keys
     * @throws IOException when the body ends early or is no listing
     */
    static S3Page read(PageBytes page, String prefix, ListedKeys keys) throws IOException {
        S3Page scanned = S3Scanner.scan(page, prefix, keys);
        return scanned == null ? parsed(page.stream(), prefix, keys) : scanned;
    }

    /** The same by the parser alone. */
    static S3Page parsed(InputStream body, String prefix, ListedKeys keys) throws IOException {
        MarkedBytes marked = MarkedBytes.xml(body);
        S3Listing listing = new S3Listing(marked);
        try {
            return listing.page(AnswerXml.of(marked), prefix, keys);
        } catch (XMLStreamException e) {
            throw AnswerXml.unread(e, listing.malformed());
        }
    }

    private IOException malformed() {
        return root.equals("ListBucketResult")
                ? new MangledListingException("the listing is not well-formed, or broke off before its end")
                : MangledListingException.noListing();
    }

    private S3Page page(XMLStreamReader xml, String prefix, ListedKeys keys) throws XMLStreamException, IOException {
        boolean inContents = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("Contents")) {
                    inContents = true;
                    clearEntry();
                } else if (root.isEmpty()) {
                    root = name;
                } else if (root.equals("Error")) {
                    readErrorField(name, xml);
                } else if (inContents) {
                    readEntryField(name, xml);
                } else {
                    readPageField(name, xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("Contents")) {
                    inContents = false;
                    if (key.isEmpty()) {
                        throw new MangledListingException("the listing is mangled: an entry has no key");
                    }
                    if (!mistake.isEmpty()) {
                        throw MangledListingException.field(mistake, mistaken, body.unmarked(key));
                    }
                    if (entries.size() >= AnswerLimits.ENTRIES) {
                        throw new IOException(
                                "the listing has more than " + AnswerLimits.ENTRIES + " entries in a page");
                    }
                    entries.add(new ObjectEntry(key, size, etag, lastModified, !isSizeTold, isArchived));
                } else if (xml.getLocalName().equals("ListBucketResult")) {
                    complete = true;
                }
            }
        }
        if (!complete) {
            throw code.isEmpty()
                    ? MangledListingException.noListing()
                    // a code that is not known is none that may pass
                    : new RefusedListingException(ServiceError.told(0, code, message));
        }
        // only now: some servers name the encoding behind the entries
        return fields.page(keys.decoded(entries, fields.isEncoded(), prefix));
    }

    /** An entry may lack a field (some gateways give no ETag): it is not that of the entry before. */
    private void clearEntry() {
        key = "";
        size = 0;
        isSizeTold = false;
        etag = ETag.NONE;
        lastModified = Instant.EPOCH;
        isArchived = false;
        mistake = "";
    }

    private void readErrorField(String name, XMLStreamReader xml) throws XMLStreamException {
        switch (name) {
            case "Code" -> code = xml.getElementText();
            case "Message" -> message = xml.getElementText();
            default -> {
                // the request again
            }
        }
    }

    private void readPageField(String name, XMLStreamReader xml) throws XMLStreamException {
        if (S3PageFields.hasText(name)) {
            fields.text(name, xml.getElementText());
        } else {
            fields.present(name);
        }
    }

    private void readEntryField(String name, XMLStreamReader xml) throws XMLStreamException {
        switch (name) {
            case "Key" -> key = body.unmarked(xml.getElementText());
            case "Size" -> readSize(xml.getElementText().strip());
            case "ETag" -> etag = ETag.parse(xml.getElementText());
            case "LastModified" -> readTime(xml.getElementText().strip());
            case "StorageClass" -> isArchived = ARCHIVES.contains(xml.getElementText());
            default -> {
                // owner and checksums are not compared
            }
        }
    }

    /** Some services write none, or less than 0, where they do not know it. */
    private void readSize(String text) {
        try {
            long told = text.isEmpty() ? -1 : Long.parseLong(text);
            isSizeTold = told >= 0;
            size = Math.max(0, told);
        } catch (NumberFormatException e) {
            mistaken("size", text);
        }
    }

    private void readTime(String text) {
        try {
            lastModified = ListingTime.parse(text);
        } catch (DateTimeException e) {
            mistaken("date", text);
        }
    }

    /** The entry's key may be yet to come. */
    private void mistaken(String field, String text) {
        mistake = field;
        mistaken = text;
    }
}
