package org.multicloudmirror.driver.s3;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.driver.quirk.Refusal;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectMetadata;

/**
 * A store that takes no tags, or a bucket where these credentials may not set any: they go among the metadata there. A
 * refusal alone tells neither, for the services use the same codes for much else: that object is written once more
 * without tags, and only if it passes was it for their sake. It is the store's way then, unless the tags are odd or it
 * has just taken others.
 */
final class RefusedTags implements Quirk {

    private static final String DENIAL = "AccessDenied";

    /** Not known, not allowed to this user, or Backblaze's word for a header that it does not know. */
    private static final Set<String> CODES =
            Set.of("NotImplemented", DENIAL, "InvalidTag", "InvalidArgument", "InvalidRequest", "UnsupportedArgument");

    /** S3 user guide, "Categorizing your storage using tags". */
    private static final Pattern USUAL = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private static final int MOST_TAGS = 10;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_VALUE = 256;

    /** What is known of one object's tags. */
    private enum Case {
        /** Refused with them, by a store as a whole. */
        UNKNOWN,
        /** Refused with them, in a bucket. */
        DENIED,
        /** Refused with odd ones. */
        ODD,
        /** Taken without them. */
        TAKEN_WITHOUT,
        /** Refused without them, too. */
        REFUSED_WITHOUT
    }

    private final Learnt<Case> objects;
    private final Learnt<Boolean> without;
    private final Learnt<Boolean> takers;

    RefusedTags(QuirkMemory memory) {
        this.objects = new Learnt<>(memory);
        this.without = new Learnt<>(memory);
        this.takers = new Learnt<>(memory);
    }

    @Override
    public boolean explains(Refusal refusal) {
        String scope = scope(refusal.bucket(), refusal.key());
        String code = AnswerFields.of(refusal.text()).text("Code");
        if (!CODES.contains(code) || objects.is(scope, Case.REFUSED_WITHOUT)) {
            return false;
        }
        Map<String, String> tags = refusal.sent().tags();
        if (tags.isEmpty()) {
            if (isSuspected(scope)) {
                objects.learn(scope, Case.REFUSED_WITHOUT);
            }
            return false;
        }
        boolean isDenied = code.equals(DENIAL);
        objects.learn(scope, !areUsual(tags) ? Case.ODD : isDenied ? Case.DENIED : Case.UNKNOWN);
        return true;
    }

    @Override
    public void accepted(String bucket, String key, ObjectMetadata sent) {
        if (!sent.tags().isEmpty()) {
            if (!takers.is(bucket, true)) {
                takers.learn(bucket, true);
            }
            return;
        }
        String scope = scope(bucket, key);
        objects.of(scope).ifPresent(found -> {
            switch (found) {
                case UNKNOWN -> learn(bucket, Learnt.STORE, "the store takes no tags; they go among the metadata");
                case DENIED ->
                    learn(
                            bucket,
                            bucket,
                            "the bucket " + bucket
                                    + " takes no tags from these credentials; they go among the metadata");
                case ODD, TAKEN_WITHOUT, REFUSED_WITHOUT -> {
                    // nothing that holds for others
                }
            }
            objects.learn(scope, Case.TAKEN_WITHOUT);
        });
    }

    /** One refusal may be for the object's own tags where others have passed; a second one in a row is not. */
    private void learn(String bucket, String scope, String told) {
        if (takers.is(bucket, true)) {
            takers.unlearn(bucket);
        } else {
            without.learn(scope, true, told);
        }
    }

    @Override
    public MetadataLimits narrow(MetadataLimits limits, String bucket, String key) {
        boolean isWithout = without.is(Learnt.STORE, true)
                || without.is(bucket, true)
                || objects.of(scope(bucket, key))
                        .filter(found -> found != Case.REFUSED_WITHOUT)
                        .isPresent();
        return isWithout ? limits.withoutTags() : limits;
    }

    private boolean isSuspected(String scope) {
        return objects.of(scope).filter(found -> found != Case.TAKEN_WITHOUT).isPresent();
    }

    private static boolean areUsual(Map<String, String> tags) {
        return tags.size() <= MOST_TAGS
                && tags.entrySet().stream()
                        .allMatch(tag -> isUsual(tag.getKey(), LONGEST_NAME) && isUsual(tag.getValue(), LONGEST_VALUE));
    }

    private static boolean isUsual(String text, int longest) {
        return text.length() <= longest && USUAL.matcher(text).matches();
    }

    private static String scope(String bucket, String key) {
        return bucket + "/" + key;
    }
}
