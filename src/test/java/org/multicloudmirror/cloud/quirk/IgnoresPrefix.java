package org.multicloudmirror.cloud.quirk;

import java.util.Map;
import java.util.TreeMap;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;

/** Lists a bucket as if no prefix were asked for: an emulator, or a cache that drops what it does not know. */
public record IgnoresPrefix(String bucket) implements Quirk {

    @Override
    public Call seen(Call call) {
        if (!call.isListing() || !call.bucket().equals(bucket)) {
            return call;
        }
        Map<String, String> query = new TreeMap<>(call.query());
        query.remove("prefix");
        return call.with(query);
    }
}
