package org.multicloudmirror.cloud.quirk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/**
 * An S3 service that begins the listing of a bucket with pages that have no key, each with a token of its own, as of keys
 * that are deleted in a bucket with versions.
 *
 * @param pages how many
 * @param given how many were given
 */
public record KeylessPages(String bucket, int pages, AtomicInteger given) implements Quirk {

    public KeylessPages(String bucket, int pages) {
        this(bucket, pages, new AtomicInteger());
    }

    @Override
    public Call seen(Call call) {
        if (!isMeant(call) || given.get() < pages) {
            return call;
        }
        // the tokens so far were this service's own
        return call.query().getOrDefault("continuation-token", "").startsWith("keyless")
                ? call.with(Map.of("list-type", "2", "encoding-type", "url"))
                : call;
    }

    @Override
    public Optional<Reply> instead(Call call) {
        if (!isMeant(call) || given.get() >= pages) {
            return Optional.empty();
        }
        return Optional.of(Reply.xml(
                200,
                "<ListBucketResult><KeyCount>0</KeyCount><IsTruncated>true</IsTruncated><NextContinuationToken>keyless"
                        + given.incrementAndGet() + "</NextContinuationToken></ListBucketResult>"));
    }

    private boolean isMeant(Call call) {
        return call.isS3() && call.isListing() && call.bucket().equals(bucket);
    }
}
