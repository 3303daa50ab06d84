package org.multicloudmirror.cloud.quirk;

import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Leaves a field out of its listings. */
public record ListsWithout(String bucket, String field) implements Quirk {

    @Override
    public Reply after(Call call, Reply reply) {
        if (!call.isListing() || !call.bucket().equals(bucket)) {
            return reply;
        }
        return call.isS3()
                ? reply.withText(reply.text().replaceAll("<" + field + ">[^<]*</" + field + ">", ""))
                : reply.withText(reply.text().replaceAll("\"" + field + "\":(\"[^\"]*\"|\\d+),", ""));
    }
}
