package org.multicloudmirror.driver.jclouds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.http.PercentEncoding;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;

/** The body of Swift's bulk delete and of its answer (OpenStack Object Storage API, "Bulk delete"). */
final class SwiftBulkDelete {

    /** The most objects of one request ({@code /info}: max_deletes_per_request is 10,000, and 1,000 may fail). */
    static final int LIMIT = 1000;

    /** Of a key as it is written: Swift takes lines of 2,564 bytes, its container's name and the slashes included. */
    private static final int LONGEST_NAME = 1800;

    private static final JsonFactory JSON = new JsonFactory();

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
     * What an answer says of keys that were not deleted.
     *
     * @param where the container, for messages
     * @throws IOException when the answer breaks off or is none, or tells of no key and yet of a failure
     */
    static Map<String, StoreException> failures(InputStream body, String container, String where) throws IOException {
        Map<String, StoreException> failures = new HashMap<>();
        String status = "";
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the answer does not tell what was deleted");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "Response Status" -> status = json.getText();
                    case "Errors" -> {
                        while (json.nextToken() == JsonToken.START_ARRAY) {
                            String object =
                                    URLDecoder.decode(json.nextTextValue().replace("+", "%2B"), UTF_8);
                            String key = object.substring(Math.min(object.length(), container.length() + 1));
                            String error = json.nextTextValue();
                            failures.put(key, failure(where + "/" + Keys.printable(key) + ": " + error, error));
                            json.nextToken();
                        }
                    }
                    default -> json.skipChildren();
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("the answer broke off");
            }
        }
        if (!status.startsWith("200") && failures.isEmpty()) {
            throw new IOException("the answer is " + status);
        }
        return failures;
    }

    private static StoreException failure(String line, String status) {
        if (status.startsWith("401") || status.startsWith("403")) {
            return new AccessDeniedException(line);
        }
        return status.startsWith("5") ? new TransientStoreException(line) : new RejectedException(line);
    }
}
