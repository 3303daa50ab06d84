package org.multicloudmirror.driver;

import java.util.HashMap;
import java.util.Map;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.RejectedException;

/**
 * Asks for objects as they are stored. Some services unpack what is stored packed unless told that packed is welcome
 * (Google's "decompressive transcoding"), and what lies between may do so, too; a request that seems to be answered with
 * other bytes is asked once more the other way, and where that helps, those that follow are asked that way at once. The
 * answer alone tells, so that no service is known by its name. Safe for use by many threads.
 */
final class StoredBytes {

    private static final String ACCEPT = "Accept-Encoding";
    private static final String IDENTITY = "identity";
    private static final String GZIP = "gzip";

    private final Dialect dialect;
    private volatile String accepted = IDENTITY;

    /** Whether a length that is not told may come of unpacking: where asking again has not helped, none ever is. */
    private volatile boolean isLengthTold = true;

    StoredBytes(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Sends a GET or HEAD.
     *
     * @param where the object, for messages
     * @throws RejectedException when other bytes than those stored are given out either way
     */
    HttpReply send(String method, String bucket, String key, Map<String, String> headers, String where) {
        String first = accepted;
        HttpReply reply = sendOnce(method, bucket, key, headers, first);
        boolean isUntold = isUntold(reply);
        if (!isStoredOtherwise(reply) && !(isUntold && (isLengthTold || isWeak(reply)))) {
            return reply;
        }
        reply.close();
        String other = first.equals(IDENTITY) ? GZIP : IDENTITY;
        HttpReply again = sendOnce(method, bucket, key, headers, other);
        if (isStoredOtherwise(again)) {
            again.close();
            throw new RejectedException(
                    where + ": the service gives out other bytes than it stores (stored as " + stored(again)
                            + ", given as " + given(again) + "); set Cache-Control: no-transform on the object");
        }
        if (again.isSuccess() && !isUntold(again)) {
            accepted = other;
            return again;
        }
        isLengthTold = !again.isSuccess();
        if (!again.isSuccess() || given(again).equals(IDENTITY)) {
            return again;
        }
        // packed because it was welcome
        again.close();
        return sendOnce(method, bucket, key, headers, IDENTITY);
    }

    private HttpReply sendOnce(String method, String bucket, String key, Map<String, String> headers, String accept) {
        if (accept.equals(IDENTITY)) {
            return dialect.send(method, bucket, key, headers, null);
        }
        Map<String, String> all = new HashMap<>(headers);
        all.put(ACCEPT, accept);
        return dialect.send(method, bucket, key, all, null);
    }

    /** By what Google tells of each object ("Transcoding of gzip-compressed files", Cloud Storage documentation). */
    private static boolean isStoredOtherwise(HttpReply reply) {
        return reply.isSuccess() && !stored(reply).isEmpty() && !stored(reply).equalsIgnoreCase(given(reply));
    }

    /** Who unpacks on the way does not know the length ahead. */
    private static boolean isUntold(HttpReply reply) {
        return reply.isSuccess()
                && reply.contentLength().isEmpty()
                && reply.completeLength().isEmpty();
    }

    /** By what nginx does to the tag of what it packs or unpacks. */
    private static boolean isWeak(HttpReply reply) {
        return reply.header("ETag").filter(tag -> tag.startsWith("W/")).isPresent();
    }

    private static String stored(HttpReply reply) {
        return reply.header("x-goog-stored-content-encoding").orElse("");
    }

    private static String given(HttpReply reply) {
        return reply.header("Content-Encoding").flatMap(ContentHeaders::lasting).orElse(IDENTITY);
    }
}
