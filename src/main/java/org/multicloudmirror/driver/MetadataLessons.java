package org.multicloudmirror.driver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectMetadata;

/**
 * What a server holds of metadata, learnt from what it refuses: asking ahead would cost each run a request, and few
 * services answer. Safe for use by many threads.
 */
public final class MetadataLessons {

    private static final int MANY = Integer.MAX_VALUE;

    /** Swift's words, which its S3 door repeats ({@code check_metadata} in swift/common/constraints.py). */
    private static final Pattern NAME = Pattern.compile("Metadata name too long");

    private static final Pattern VALUE = Pattern.compile("Metadata value longer than (\\d{1,6})");
    private static final Pattern ITEMS = Pattern.compile("Too many metadata items; max (\\d{1,6})");
    private static final Pattern TOTAL = Pattern.compile("Total metadata too large; max (\\d{1,6})");

    /** Not implemented, or not allowed to this user. */
    private static final Pattern NO_TAGS = Pattern.compile("<Code>(NotImplemented|AccessDenied|InvalidTag)</Code>");

    private volatile MetadataLimits limits;

    /**
     * @param first what such a server is known to hold
     */
    public MetadataLessons(MetadataLimits first) {
        this.limits = first;
    }

    /** What the server holds, as far as is known. */
    public MetadataLimits limits() {
        return limits;
    }

    /**
     * Whether a refusal comes from metadata that are to go in another form, and may come through in that.
     *
     * @param text the server's error
     * @param sent what it was given
     */
    public synchronized boolean learn(String text, ObjectMetadata sent) {
        boolean noTags = !sent.tags().isEmpty() && NO_TAGS.matcher(text).find();
        int names = NAME.matcher(text).find() ? MetadataLimits.SWIFT.nameBytes() : MANY;
        int values = number(VALUE, text);
        int items = number(ITEMS, text);
        int total = number(TOTAL, text);
        limits = (noTags ? limits.withoutTags() : limits).within(names, values, items, total);
        return noTags || names < MANY || values < MANY || items < MANY || total < MANY;
    }

    private static int number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : MANY;
    }
}
