package org.multicloudmirror.driver.s3;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Headers that the user wants sent besides those of this program, each with the requests that the S3 API reference has it
 * for. What is not in the list would change what an object is, or break a request.
 *
 * @param ofRequests sent with each request about a bucket that is there, and its objects
 * @param ofObjects sent with each request that begins an object: PUT, CopyObject, CreateMultipartUpload
 */
public record FurtherHeaders(Map<String, String> ofRequests, Map<String, String> ofObjects) {

    /** None. */
    public static final FurtherHeaders NONE = new FurtherHeaders(Map.of(), Map.of());

    private static final String HOW = "; write name: value; name: value";

    /** What a header line can hold and a signature covers byte for byte. */
    private static final Pattern VALUE = Pattern.compile("[!-~]+( [!-~]+)*");

    private static final Map<String, Pattern> OF_REQUESTS = Map.of(
            "x-amz-request-payer", Pattern.compile("requester"),
            "x-amz-expected-bucket-owner", Pattern.compile("\\d{12}"));

    private static final Map<String, Pattern> OF_OBJECTS = new TreeMap<>(Map.of(
            "x-amz-acl", Pattern.compile("[a-z-]+"),
            "x-amz-grant-full-control", VALUE,
            "x-amz-grant-read", VALUE,
            "x-amz-grant-read-acp", VALUE,
            "x-amz-grant-write-acp", VALUE,
            "x-amz-server-side-encryption", Pattern.compile("[A-Za-z0-9:]+"),
            "x-amz-server-side-encryption-aws-kms-key-id", VALUE,
            "x-amz-server-side-encryption-context", Pattern.compile("[A-Za-z0-9+/]+=*"),
            "x-amz-server-side-encryption-bucket-key-enabled", Pattern.compile("true|false")));

    public FurtherHeaders {
        ofRequests = Map.copyOf(ofRequests);
        ofObjects = Map.copyOf(ofObjects);
    }

    /**
     * Reads what a user wrote: {@code name: value; name: value}, names in any case.
     *
     * @throws IllegalArgumentException when it cannot be read or has a header that is not in the list; the message says
     *     what to write, and repeats no value
     */
    public static FurtherHeaders parse(String text) {
        Map<String, String> requests = new LinkedHashMap<>();
        Map<String, String> objects = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int colon = part.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException(
                        "part " + (requests.size() + objects.size() + 1) + " has no colon" + HOW);
            }
            String name = part.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = part.substring(colon + 1).strip();
            Pattern form = OF_REQUESTS.getOrDefault(name, OF_OBJECTS.get(name));
            if (form == null) {
                throw new IllegalArgumentException(
                        "\"" + printable(name) + "\" is not among " + names() + "; leave it out");
            }
            if (!form.matcher(value).matches()) {
                throw new IllegalArgumentException("the value of " + name + " cannot be sent: it has to be "
                        + (form == VALUE ? "one line of ASCII" : "of the form " + form) + HOW);
            }
            if ((OF_REQUESTS.containsKey(name) ? requests : objects).put(name, value) != null) {
                throw new IllegalArgumentException(name + " is there twice; write it once");
            }
        }
        return new FurtherHeaders(requests, objects);
    }

    private static String names() {
        Collection<String> all = new TreeMap<>(OF_OBJECTS).keySet();
        return String.join(", ", all) + ", " + String.join(", ", new TreeMap<>(OF_REQUESTS).keySet());
    }

    private static String printable(String name) {
        return name.replaceAll("[^!-~]", "?");
    }
}
