package org.multicloudmirror.cloud.quirk;

import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Writes something else in its listings of a bucket, in place of what an expression matches. */
public record RewritesListings(String bucket, String expression, String instead) implements Quirk {

    @Override
    public Reply after(Call call, Reply reply) {
        return call.isListing() && call.bucket().equals(bucket)
                ? reply.withText(reply.text().replaceAll(expression, instead))
                : reply;
    }
}
