package org.multicloudmirror.driver.jclouds;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.driver.AnswerJson;
import org.multicloudmirror.driver.AnswerLimits;
import org.multicloudmirror.storage.Md5;
import org.multicloudmirror.storage.SentPart;

/** The manifest of a static large object as JSON (OpenStack Object Storage API, "Static large objects"). */
final class SwiftManifest {

    /** Eighteen digits fit into a long. */
    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /**
     * One segment.
     *
     * @param path {@code /container/object}; empty where the manifest holds the bytes itself
     * @param bytes the size of the whole segment
     * @param hash its tag
     * @param range {@code first-last}, the bytes of it that count; empty for all
     * @param isManifest whether it is a static large object itself
     */
    record Segment(String path, long bytes, String hash, String range, boolean isManifest) {

        /** How many of its bytes count. */
        long length() {
            if (range.isEmpty()) {
                return bytes;
            }
            int dash = range.indexOf('-');
            return Long.parseLong(range.substring(dash + 1)) - Long.parseLong(range.substring(0, dash)) + 1;
        }
    }

    private SwiftManifest() {}

    /**
     * The segments of a manifest.
     *
     * @throws IOException when the body ends early or is no manifest
     */
    static List<Segment> read(InputStream body) throws IOException {
        try (JsonParser json = AnswerJson.FACTORY.createParser(body)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                // Ceph's gateway keeps to itself what an object consists of
                return List.of();
            }
            if (first != JsonToken.START_ARRAY) {
                throw new IOException("the answer is not a manifest");
            }
            List<Segment> segments = new ArrayList<>();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                segments.add(segment(json));
                if (segments.size() > AnswerLimits.SEGMENTS) {
                    throw new IOException("the manifest has more than " + AnswerLimits.SEGMENTS + " segments");
                }
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw new IOException("the manifest broke off");
            }
            return segments;
        }
    }

    private static Segment segment(JsonParser json) throws IOException {
        String path = "";
        long bytes = 0;
        String hash = "";
        String range = "";
        boolean isManifest = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "name" -> path = text(json);
                case "bytes" -> bytes = size(json);
                case "hash" -> hash = text(json);
                case "range" -> range = range(json);
                case "sub_slo" -> isManifest = json.getBooleanValue();
                case "data" -> {
                    // the tag of the whole is made as if these had been uploaded
                    byte[] data = json.getBinaryValue();
                    bytes = data.length;
                    hash = Md5.of(data).value();
                }
                default -> json.skipChildren();
            }
        }
        return new Segment(path, bytes, hash, range, isManifest);
    }

    private static long size(JsonParser json) throws IOException {
        long size = json.getLongValue();
        if (size < 0) {
            throw new IOException("the manifest is mangled: a segment has " + size + " bytes");
        }
        return size;
    }

    private static String text(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return "";
        }
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IOException("the manifest is mangled: " + json.currentName() + " is no text");
        }
        return json.getText();
    }

    private static String range(JsonParser json) throws IOException {
        String range = text(json);
        Matcher matcher = RANGE.matcher(range);
        if (range.isEmpty()) {
            return range;
        }
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) > Long.parseLong(matcher.group(2))) {
            throw new IOException("the manifest is mangled: \"" + range + "\" is no range");
        }
        return range;
    }

    /**
     * The manifest of parts, each with what proves it.
     *
     * @param prefix of their paths; the number follows
     */
    static String write(String prefix, List<SentPart> parts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = AnswerJson.FACTORY.createGenerator(text)) {
            json.writeStartArray();
            for (SentPart part : parts) {
                json.writeStartObject();
                json.writeStringField("path", "/" + prefix + SwiftSegments.number(part.number()));
                json.writeStringField("etag", part.md5().value());
                json.writeNumberField("size_bytes", part.size());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory takes everything", e);
        }
        return text.toString();
    }
}
