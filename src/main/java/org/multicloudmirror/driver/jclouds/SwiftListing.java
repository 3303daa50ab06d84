package org.multicloudmirror.driver.jclouds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.multicloudmirror.driver.AnswerJson;
import org.multicloudmirror.driver.AnswerLimits;
import org.multicloudmirror.driver.ListingTime;
import org.multicloudmirror.driver.MangledListingException;
import org.multicloudmirror.driver.MarkedBytes;
import org.multicloudmirror.driver.PageBytes;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

/** Reads a container listing in JSON (OpenStack Object Storage API, "Show container details and list objects"). */
final class SwiftListing {

    private String name = "";
    private long bytes;
    private String hash = "";
    private String manifestHash = "";
    private Instant lastModified = Instant.EPOCH;
    private boolean isObject;
    /** The field that means nothing, and what it says; empty when all do. */
    private String mistake = "";

    private String mistaken = "";

    private SwiftListing() {}

    /**
     * The entries of one page.
     *
     * @throws IOException when the body ends early or is no listing
     */
    static List<ObjectEntry> read(PageBytes page) throws IOException {
        List<ObjectEntry> scanned = SwiftScanner.scan(page);
        return scanned == null ? parsed(page.stream()) : scanned;
    }

    /** The same by the parser alone. */
    static List<ObjectEntry> parsed(InputStream body) throws IOException {
        MarkedBytes marked = MarkedBytes.json(body);
        try (JsonParser json = AnswerJson.FACTORY.createParser(marked)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw MangledListingException.noListing();
            }
            List<ObjectEntry> entries = new ArrayList<>();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                SwiftListing entry = new SwiftListing();
                entry.readFields(json, marked);
                if (entries.size() >= AnswerLimits.ENTRIES) {
                    throw new IOException("the listing has more than " + AnswerLimits.ENTRIES + " entries in a page");
                }
                if (entry.isObject && !entry.mistake.isEmpty()) {
                    throw MangledListingException.field(entry.mistake, entry.mistaken, entry.name);
                }
                if (entry.isObject) {
                    entries.add(entry.toEntry());
                }
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw new MangledListingException("the listing is mangled: one of its entries is none");
            }
            return entries;
        } catch (JsonEOFException e) {
            throw MangledListingException.brokenOff();
        } catch (StreamConstraintsException e) {
            // a limit tells itself
            throw e;
        } catch (JsonProcessingException e) {
            throw MangledListingException.noListing();
        }
    }

    private void readFields(JsonParser json, MarkedBytes marked) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "name" -> {
                    if (json.currentToken() != JsonToken.VALUE_STRING) {
                        throw new MangledListingException("the listing is mangled: a name in it is no text");
                    }
                    name = marked.unmarked(json.getText());
                    if (name.length() > AnswerLimits.KEY) {
                        throw new IOException(
                                "a name in the listing is longer than " + AnswerLimits.KEY + " characters");
                    }
                    isObject = true;
                }
                case "bytes" -> readSize(json);
                case "hash" -> hash = text(json);
                case "slo_etag" -> manifestHash = text(json);
                case "last_modified" -> readTime(json);
                default -> json.skipChildren();
            }
        }
    }

    /** Less than 0 is a size that is not known. */
    private void readSize(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (token != JsonToken.VALUE_NUMBER_INT) {
            mistaken("size", json);
            return;
        }
        try {
            bytes = Math.max(0, json.getLongValue());
        } catch (InputCoercionException e) {
            mistaken("size", json);
        }
    }

    private void readTime(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        try {
            lastModified = ListingTime.parse(text(json));
        } catch (DateTimeException e) {
            mistaken("date", json);
        }
    }

    /** The name may be yet to come. */
    private void mistaken(String field, JsonParser json) throws IOException {
        mistake = field;
        mistaken = json.getText();
        json.skipChildren();
    }

    private static String text(JsonParser json) throws IOException {
        String text = json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
        json.skipChildren();
        return text;
    }

    /**
     * A static large object's {@code hash} is that of its manifest; its own tag is {@code slo_etag}. Ceph's gateway lists it
     * with the size of its manifest, and the MD5 of nothing.
     */
    private ObjectEntry toEntry() {
        ETag etag = manifestHash.isEmpty() ? ETag.parse(hash) : ETag.opaque(manifestHash);
        return new ObjectEntry(
                name,
                bytes,
                etag,
                lastModified,
                bytes == 0 || (manifestHash.isEmpty() && hash.equals(ETag.OF_NOTHING.value())));
    }
}
