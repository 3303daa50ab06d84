package org.multicloudmirror.cloud.quirk;

import java.util.Map;
import java.util.TreeMap;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Says that there is more, and tells no token; {@code start-after} works. */
public record TokenLess(int page) implements Quirk {

    @Override
    public Call seen(Call call) {
        if (!call.isS3() || !call.isListing()) {
            return call;
        }
        Map<String, String> query = new TreeMap<>(call.query());
        query.put("max-keys", String.valueOf(page));
        return call.with(query);
    }

    @Override
    public Reply after(Call call, Reply reply) {
        return call.isS3() && call.isListing()
                ? reply.withText(reply.text().replaceFirst("<NextContinuationToken>.*</NextContinuationToken>", ""))
                : reply;
    }
}
