package org.multicloudmirror.driver.quirk;

import java.util.regex.Pattern;
import org.multicloudmirror.storage.PartLimits;

/**
 * A bucket that does not answer a part with its MD5, as those that encrypt, or that refuses a part without being told it,
 * as S3 with Object Lock (S3 API reference, UploadPart): the MD5 is told with each part, and the store compares it.
 */
public final class SilentParts implements Quirk {

    private static final Pattern WANTED = Pattern.compile("Content-?MD5|x-amz-checksum", Pattern.CASE_INSENSITIVE);

    private final Learnt<Boolean> learnt;

    public SilentParts(QuirkMemory memory) {
        this.learnt = new Learnt<>(memory);
    }

    /** A part was refused that had been sent without its MD5. */
    public void refused(String bucket, String text) {
        if (WANTED.matcher(text).find()) {
            learn(bucket);
        }
    }

    /** A part was answered with a tag that is no MD5. */
    public void learn(String bucket) {
        learnt.learn(
                bucket,
                true,
                "the bucket " + bucket + " does not answer with the MD5 of a part; it is told that of each");
    }

    @Override
    public PartLimits narrow(PartLimits limits, String bucket) {
        return learnt.is(bucket, true) ? limits.wantingMd5() : limits;
    }
}
