package org.multicloudmirror.driver.jclouds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.multicloudmirror.driver.AnswerJson;
import org.multicloudmirror.driver.AnswerLimits;
import org.multicloudmirror.driver.ListingTime;
import org.multicloudmirror.driver.MarkedBytes;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

/** Reads a container listing in JSON (OpenStack Object Storage API, "Show container details and list objects"). */
final class SwiftListing {

    private static final String OF_NOTHING = "d41d8cd98f00b204e9800998ecf8427e";

    private String name = "";
    private long bytes;
    private String hash = "";
    private String manifestHash = "";
    private Instant lastModified = Instant.EPOCH;
    private boolean isObject;

    private SwiftListing() {}

    /**
     * The entries of one page.
     *
     * @throws IOException when the body ends early or is no listing
     */
    static List<ObjectEntry> read(InputStream body) throws IOException {
        MarkedBytes marked = MarkedBytes.json(body);
        try (JsonParser json = AnswerJson.FACTORY.createParser(marked)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("the answer is not a listing");
            }
            List<ObjectEntry> entries = new ArrayList<>();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                SwiftListing entry = new SwiftListing();
                entry.readFields(json, marked);
                if (entries.size() >= AnswerLimits.ENTRIES) {
                    throw new IOException("the listing has more than " + AnswerLimits.ENTRIES + " entries in a page");
                }
                if (entry.isObject) {
                    entries.add(entry.toEntry());
                }
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw new IOException("the listing broke off");
            }
            return entries;
        } catch (DateTimeException e) {
            throw new IOException("the listing is mangled: " + e.getMessage(), e);
        }
    }

    private void readFields(JsonParser json, MarkedBytes marked) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "name" -> {
                    if (json.currentToken() != JsonToken.VALUE_STRING) {
                        throw new IOException("the listing is mangled: a name is no text");
                    }
                    name = marked.unmarked(json.getText());
                    if (name.length() > AnswerLimits.KEY) {
                        throw new IOException(
                                "a name in the listing is longer than " + AnswerLimits.KEY + " characters");
                    }
                    isObject = true;
                }
                case "bytes" -> bytes = json.getLongValue();
                case "hash" -> hash = json.getText();
                case "slo_etag" -> manifestHash = json.getText();
                case "last_modified" -> lastModified = ListingTime.parse(json.getText());
                default -> json.skipChildren();
            }
        }
    }

    /**
     * A static large object's {@code hash} is that of its manifest; its own tag is {@code slo_etag}. Ceph's gateway lists it
     * with the size of its manifest, and the MD5 of nothing.
     */
    private ObjectEntry toEntry() {
        ETag etag = manifestHash.isEmpty() ? ETag.parse(hash) : ETag.opaque(manifestHash);
        return new ObjectEntry(
                name, bytes, etag, lastModified, bytes == 0 || (manifestHash.isEmpty() && hash.equals(OF_NOTHING)));
    }
}
