package org.multicloudmirror.cloud.quirk;

import java.util.LinkedHashSet;
import java.util.Set;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Notes what an object was like after each request about it. */
public final class Watches implements Quirk {

    private final Set<String> seen = new LinkedHashSet<>();
    private final String bucket;
    private final String key;

    public Watches(String bucket, String key) {
        this.bucket = bucket;
        this.key = key;
    }

    @Override
    public synchronized Reply after(Call call, Reply reply) {
        if (call.bucket().equals(bucket) && call.key().equals(key)) {
            call.service()
                    .object(bucket, key)
                    .ifPresent(object -> seen.add(call.service().text(bucket, key)));
        }
        return reply;
    }

    /** Its contents, each once. */
    public synchronized Set<String> contents() {
        return Set.copyOf(seen);
    }
}
