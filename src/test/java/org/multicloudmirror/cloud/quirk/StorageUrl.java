package org.multicloudmirror.cloud.quirk;

import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Tells a storage URL with something behind it. */
public record StorageUrl(String end) implements Quirk {

    @Override
    public Reply after(Call call, Reply reply) {
        return reply.headers()
                .first("X-Storage-Url")
                .map(url -> reply.with("X-Storage-Url", url + end))
                .orElse(reply);
    }
}
