package org.multicloudmirror.driver.s3;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.multicloudmirror.driver.AnswerLimits;
import org.multicloudmirror.driver.ListingTime;
import org.multicloudmirror.driver.MarkedBytes;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

/** Reads a {@code ListBucketResult} (S3 API reference, ListObjectsV2) as a stream. */
final class S3Listing {

    private final List<ObjectEntry> entries = new ArrayList<>(1000);
    private boolean urlEncoded;
    private boolean truncated;
    private boolean complete;
    private String token = "";
    private String marker = "";
    private boolean hasMarker;
    private boolean isSecondVersion;

    private String key = "";
    private long size;
    private boolean isSizeTold;
    private ETag etag = ETag.NONE;
    private Instant lastModified = Instant.EPOCH;

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
    static S3Page read(InputStream body, String prefix, ListedKeys keys) throws IOException {
        MarkedBytes marked = MarkedBytes.xml(body);
        try {
            return new S3Listing(marked).page(AnswerXml.of(marked), prefix, keys);
        } catch (XMLStreamException e) {
            throw new IOException("the listing is not well-formed or broke off: " + e.getMessage(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            // a number, a percent-encoding or a time that is none
            throw new IOException("the listing is mangled: " + e.getMessage(), e);
        }
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
                } else if (inContents) {
                    readEntryField(name, xml);
                } else {
                    readPageField(name, xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("Contents")) {
                    inContents = false;
                    if (key.isEmpty()) {
                        throw new IOException("the listing is mangled: an entry has no key");
                    }
                    if (entries.size() >= AnswerLimits.ENTRIES) {
                        throw new IOException(
                                "the listing has more than " + AnswerLimits.ENTRIES + " entries in a page");
                    }
                    entries.add(new ObjectEntry(key, size, etag, lastModified, !isSizeTold));
                } else if (xml.getLocalName().equals("ListBucketResult")) {
                    complete = true;
                }
            }
        }
        if (!complete) {
            throw new IOException("the answer is not a listing");
        }
        return new S3Page(
                // only now: some servers name the encoding behind the entries
                keys.decoded(entries, urlEncoded, prefix),
                truncated,
                token,
                urlEncoded ? FormDecoding.decoded(marker) : marker,
                hasMarker && !isSecondVersion,
                urlEncoded);
    }

    /** An entry may lack a field (some gateways give no ETag): it is not that of the entry before. */
    private void clearEntry() {
        key = "";
        size = 0;
        isSizeTold = false;
        etag = ETag.NONE;
        lastModified = Instant.EPOCH;
    }

    private void readPageField(String name, XMLStreamReader xml) throws XMLStreamException {
        switch (name) {
            case "EncodingType" -> urlEncoded = xml.getElementText().equals("url");
            case "IsTruncated" ->
                truncated = Boolean.parseBoolean(xml.getElementText().strip());
            case "NextContinuationToken" -> token = xml.getElementText();
            case "NextMarker" -> marker = xml.getElementText();
            case "Marker" -> hasMarker = true;
            case "KeyCount", "ContinuationToken", "StartAfter" -> isSecondVersion = true;
            default -> {
                // the other fields repeat the request
            }
        }
    }

    private void readEntryField(String name, XMLStreamReader xml) throws XMLStreamException {
        switch (name) {
            case "Key" -> key = body.unmarked(xml.getElementText());
            case "Size" -> {
                size = Long.parseLong(xml.getElementText().strip());
                isSizeTold = true;
            }
            case "ETag" -> etag = ETag.parse(xml.getElementText());
            case "LastModified" ->
                lastModified = ListingTime.parse(xml.getElementText().strip());
            default -> {
                // owner, storage class and checksums are not compared
            }
        }
    }
}
