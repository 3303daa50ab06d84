package org.multicloudmirror.driver.quirk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectMetadata;

/**
 * A server that holds fewer or smaller metadata than others, as Swift and its S3 API are set up: in Swift's words
 * ({@code check_metadata} in swift/common/constraints.py). Asking ahead would cost each run a request, and few services
 * answer.
 */
public final class MetadataSizes implements Quirk {

    private static final int MANY = Integer.MAX_VALUE;

    private static final Pattern NAME = Pattern.compile("Metadata name too long");
    private static final Pattern VALUE = Pattern.compile("Metadata value longer than (\\d{1,6})");
    private static final Pattern ITEMS = Pattern.compile("Too many metadata items; max (\\d{1,6})");
    private static final Pattern TOTAL = Pattern.compile("Total metadata too large; max (\\d{1,6})");

    private record Sizes(int name, int value, int items, int total) {

        static final Sizes ANY = new Sizes(MANY, MANY, MANY, MANY);

        Sizes within(Sizes other) {
            return new Sizes(
                    Math.min(name, other.name),
                    Math.min(value, other.value),
                    Math.min(items, other.items),
                    Math.min(total, other.total));
        }
    }

    private final Learnt<Sizes> learnt;

    public MetadataSizes(QuirkMemory memory) {
        this.learnt = new Learnt<>(memory);
    }

    @Override
    public synchronized boolean explains(Refusal refusal) {
        String text = refusal.text();
        Sizes told = new Sizes(
                NAME.matcher(text).find() ? belowLongest(refusal.sent()) : MANY,
                number(VALUE, text),
                number(ITEMS, text),
                number(TOTAL, text));
        if (told.equals(Sizes.ANY)) {
            return false;
        }
        Sizes all = told.within(learnt.of(Learnt.STORE).orElse(Sizes.ANY));
        learnt.learn(Learnt.STORE, all, "the store holds less metadata than most; what is too large goes packed");
        return true;
    }

    @Override
    public MetadataLimits narrow(MetadataLimits limits, String bucket, String key) {
        return learnt.of(Learnt.STORE)
                .map(sizes -> limits.within(sizes.name(), sizes.value(), sizes.items(), sizes.total()))
                .orElse(limits);
    }

    /** The limit is not told: Swift's is 128 bytes, that of Ceph some 80. */
    private static int belowLongest(ObjectMetadata sent) {
        int longest = sent.user().keySet().stream()
                .mapToInt(name -> name.getBytes(UTF_8).length)
                .max()
                .orElse(MANY);
        return Math.min(MetadataLimits.SWIFT.nameBytes(), longest - 1);
    }

    private static int number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : MANY;
    }
}
