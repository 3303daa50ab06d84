package org.multicloudmirror.driver.s3;

import org.jspecify.annotations.Nullable;

/**
 * Where a listing goes on. With the token goes what shows whether the service follows it.
 *
 * @param token as the service gave it; empty when it gave none
 * @param first the first key of the page before; empty where that is not known
 * @param last the last key so far, which the listing goes on behind where there is no token; empty for the beginning
 */
record S3Place(String token, String first, String last) {

    /** The whole bucket. */
    static final S3Place BEGINNING = new S3Place("", "", "");

    /** Behind a key. */
    static S3Place behind(String key) {
        return new S3Place("", "", key);
    }

    /** The place that {@link #text} wrote; null is the beginning. */
    static S3Place parse(@Nullable String text) {
        if (text == null) {
            return BEGINNING;
        }
        String[] lengths = text.split(" ", 3);
        int token = Integer.parseInt(lengths[0]);
        int first = Integer.parseInt(lengths[1]);
        String rest = lengths[2];
        return new S3Place(
                rest.substring(0, token), rest.substring(token, token + first), rest.substring(token + first));
    }

    /** One text for all of it, which no one else reads. */
    String text() {
        return token.length() + " " + first.length() + " " + token + first + last;
    }

    boolean isBeginning() {
        return token.isEmpty() && last.isEmpty();
    }
}
