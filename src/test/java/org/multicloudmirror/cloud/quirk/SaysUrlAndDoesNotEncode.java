package org.multicloudmirror.cloud.quirk;

import java.util.Map;
import java.util.TreeMap;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Says {@code EncodingType url} and gives keys as they are. */
public final class SaysUrlAndDoesNotEncode implements Quirk {

    @Override
    public Call seen(Call call) {
        if (!call.isListing() || !call.asks("encoding-type")) {
            return call;
        }
        Map<String, String> query = new TreeMap<>(call.query());
        query.remove("encoding-type");
        return call.with(query);
    }

    @Override
    public Reply after(Call call, Reply reply) {
        return call.isS3() && call.isListing()
                ? reply.withText(reply.text().replace("<IsTruncated>", "<EncodingType>url</EncodingType><IsTruncated>"))
                : reply;
    }
}
