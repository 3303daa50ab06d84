package org.multicloudmirror.driver.s3;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.driver.quirk.Attempt;
import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.http.HttpReply;

/** The buckets that turned out to be in another region than the store's: they are asked there. */
final class BucketRegions implements Quirk {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern ENDPOINT = Pattern.compile(".*\\bs3[.-]([a-z0-9-]{1,40})\\.amazonaws\\.com(?:\\.cn)?");

    private final String store;
    private final String otherwise;
    private final Learnt<String> regions;

    /**
     * @param otherwise the region of all others
     */
    BucketRegions(QuirkMemory memory, String otherwise) {
        this.store = memory.store();
        this.otherwise = otherwise;
        this.regions = new Learnt<>(memory);
    }

    String of(String bucket) {
        return regions.of(bucket).orElse(otherwise);
    }

    @Override
    public Optional<String> corrects(Attempt attempt, HttpReply reply) {
        Optional<String> told = isRefusal(reply) ? told(reply) : Optional.empty();
        if (told.isEmpty() || told.get().equals(attempt.region())) {
            return Optional.empty();
        }
        String bucket = attempt.bucket();
        regions.learn(bucket, told.get(), "the bucket " + bucket + " is in the region " + told.get());
        return Optional.of(store + "://" + bucket + " is in the region " + told.get() + ", and is asked there now");
    }

    /** Whether a reply may come from the wrong region (S3 API, "Error responses"). */
    static boolean isRefusal(HttpReply reply) {
        return reply.status() == 301 || reply.status() == 307 || reply.status() == 400;
    }

    /** The region that a refusal names, in its header or else in its text. */
    private static Optional<String> told(HttpReply reply) {
        Optional<String> header = reply.header("x-amz-bucket-region");
        return header.or(() -> told(AnswerFields.of(text(reply))))
                .filter(name -> NAME.matcher(name).matches());
    }

    private static String text(HttpReply reply) {
        try {
            return reply.errorText();
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<String> told(AnswerFields answer) {
        String region = answer.text("Region");
        Matcher endpoint = ENDPOINT.matcher(answer.text("Endpoint"));
        if (region.isEmpty() && endpoint.matches()) {
            return Optional.of(endpoint.group(1));
        }
        return region.isEmpty() ? Optional.empty() : Optional.of(region);
    }
}
