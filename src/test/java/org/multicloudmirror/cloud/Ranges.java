package org.multicloudmirror.cloud;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions and ranges of a read (RFC 9110, sections 13 and 14). */
final class Ranges {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private Ranges() {}

    static boolean isOther(Call call, String etag) {
        return call.header("If-Match")
                .filter(tag -> !tag.replace("\"", "").equals(etag))
                .isPresent();
    }

    /** What of a whole object's answer was asked for. */
    static Reply cut(Call call, String etag, Reply whole) {
        if (isOther(call, etag)) {
            return call.isS3() ? S3Objects.preconditionFailed() : Reply.of(412);
        }
        Matcher range = RANGE.matcher(call.header("Range").orElse(""));
        if (!range.matches()) {
            return whole;
        }
        int size = whole.body().length;
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        return first >= size || first > last
                ? Reply.of(416).with("Content-Range", "bytes */" + size)
                : of(whole, (int) first, (int) last);
    }

    static Reply of(Reply whole, int first, int last) {
        byte[] content = whole.body();
        return whole.withStatus(206)
                .with("Content-Range", "bytes " + first + "-" + last + "/" + content.length)
                .withBody(Arrays.copyOfRange(content, first, last + 1));
    }
}
