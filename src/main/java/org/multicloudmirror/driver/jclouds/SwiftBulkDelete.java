package org.multicloudmirror.driver.jclouds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.AnswerJson;
import org.multicloudmirror.driver.BulkAnswer;
import org.multicloudmirror.driver.ServiceError;
import org.multicloudmirror.driver.StatusMeaning;
import org.multicloudmirror.http.PercentEncoding;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.StoreException;

/** The body of Swift's bulk delete and of its answer (OpenStack Object Storage API, "Bulk delete"). */
final class SwiftBulkDelete {

    /** The most objects of one request ({@code /info}: max_deletes_per_request is 10,000, and 1,000 may fail). */
    static final int LIMIT = 1000;

    /** Of a key as it is written: Swift takes lines of 2,564 bytes, its container's name and the slashes included. */
    private static final int LONGEST_NAME = 1800;

    private static final int INTERNAL_ERROR = 500;

    private static final Pattern STATUS = Pattern.compile("(\\d{3})\\b.*", Pattern.DOTALL);

    private SwiftBulkDelete() {}

    /**
     * Whether a key can be told so: one of slashes alone would be taken for its container, and a line of more than twice
     * the longest name fails the whole request.
     */
    static boolean canHold(String key) {
        return key.chars().anyMatch(c -> c != '/') && PercentEncoding.path(key).length() <= LONGEST_NAME;
    }

    /** The request: one object a line, so that a line break in a key is encoded too. */
    static byte[] request(String container, List<String> keys) {
        StringBuilder lines = new StringBuilder();
        for (String key : keys) {
            lines.append(PercentEncoding.path(container))
                    .append('/')
                    .append(PercentEncoding.path(key))
                    .append('\n');
        }
        return lines.toString().getBytes(UTF_8);
    }

    /**
     * What an answer proves of the keys that were asked for. It names failures, and counts the rest: only where those add
     * up to what was asked is anything proven, and only when all were found where they were looked for.
     *
     * @param store its name, for messages
     */
    static BulkAnswer read(InputStream body, String store, String container, List<String> keys) {
        Counts counts = new Counts();
        Map<String, StoreException> failures = new HashMap<>();
        try (JsonParser json = AnswerJson.FACTORY.createParser(body)) {
            boolean isObject = json.nextToken() == JsonToken.START_OBJECT;
            while (isObject && json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "Number Deleted" -> counts.deleted = json.getValueAsInt(-1);
                    case "Number Not Found" -> counts.notFound = json.getValueAsInt(-1);
                    case "Errors" -> readErrors(json, store, container, failures);
                    default -> json.skipChildren();
                }
            }
            counts.isWhole = isObject && json.currentToken() == JsonToken.END_OBJECT;
        } catch (IOException e) {
            counts.isWhole = false;
        }
        Set<String> asked = Set.copyOf(keys);
        boolean isAsked = asked.containsAll(failures.keySet());
        failures.keySet().retainAll(asked);
        Set<String> rest = new HashSet<>(asked);
        rest.removeAll(failures.keySet());
        boolean isUnderstood = isAsked && counts.addUpTo(rest.size());
        // one that was not found may have been looked for under another name
        return new BulkAnswer(isUnderstood && counts.notFound == 0 ? rest : Set.of(), failures, isUnderstood);
    }

    /** {@code [["container/key", "409 Conflict"], ...]}, the names percent-encoded. */
    private static void readErrors(
            JsonParser json, String store, String container, Map<String, StoreException> failures) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.START_ARRAY) {
            String name = json.nextTextValue();
            String status = json.nextTextValue();
            String key = name == null ? null : key(name, container);
            if (key != null && status != null) {
                failures.put(key, failure(new ObjectLocation(store, container, key).toString(), status, store));
            }
            while (json.currentToken() != JsonToken.END_ARRAY && json.nextToken() != null) {
                json.skipChildren();
            }
        }
    }

    private static @Nullable String key(String name, String container) {
        try {
            String object = URLDecoder.decode(name.replace("+", "%2B"), UTF_8).replaceFirst("^/", "");
            return object.startsWith(container + "/") ? object.substring(container.length() + 1) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static StoreException failure(String where, String status, String store) {
        Matcher told = STATUS.matcher(status);
        int number = told.matches() ? Integer.parseInt(told.group(1)) : INTERNAL_ERROR;
        return StatusMeaning.of(ServiceError.told(number, "", status), where, store);
    }

    /** What an answer counts. */
    private static final class Counts {

        private int deleted = -1;
        private int notFound = -1;
        private boolean isWhole;

        private boolean addUpTo(int unnamed) {
            return isWhole && notFound >= 0 && deleted >= 0 && notFound + deleted == unnamed;
        }
    }
}
