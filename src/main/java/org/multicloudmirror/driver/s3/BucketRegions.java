package org.multicloudmirror.driver.s3;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.http.HttpReply;

/** The buckets that turned out to be in another region than the store's. */
final class BucketRegions {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern REGION = Pattern.compile("<Region>([a-z0-9-]{1,40})</Region>");
    private static final Pattern ENDPOINT =
            Pattern.compile("<Endpoint>[^<]*\\bs3[.-]([a-z0-9-]{1,40})\\.amazonaws\\.com(?:\\.cn)?</Endpoint>");

    private final String otherwise;
    private final Map<String, String> regions = new ConcurrentHashMap<>();

    /**
     * @param otherwise the region of all others
     */
    BucketRegions(String otherwise) {
        this.otherwise = otherwise;
    }

    String of(String bucket) {
        return regions.getOrDefault(bucket, otherwise);
    }

    void learn(String bucket, String region) {
        regions.put(bucket, region);
    }

    /** Whether a reply may come from the wrong region (S3 API, "Error responses"). */
    static boolean isRefusal(HttpReply reply) {
        return reply.status() == 301 || reply.status() == 307 || reply.status() == 400;
    }

    /** The region that a refusal names, in its header or else in its text. */
    static Optional<String> told(HttpReply reply) {
        Optional<String> header = reply.header("x-amz-bucket-region");
        return header.isPresent()
                ? header.filter(name -> NAME.matcher(name).matches())
                : first(REGION, text(reply)).or(() -> first(ENDPOINT, text(reply)));
    }

    private static String text(HttpReply reply) {
        try {
            return reply.errorText();
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
