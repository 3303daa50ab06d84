package org.multicloudmirror.cloud.quirk;

import java.util.Map;
import java.util.TreeMap;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/**
 * Knows the first version of listings only: what the second one asks with is not known, and a page that is truncated
 * tells no token.
 *
 * @param page the most entries of one
 * @param namesNext whether it tells {@code NextMarker}
 */
public record FirstVersionOnly(int page, boolean namesNext) implements Quirk {

    @Override
    public Call seen(Call call) {
        if (!call.isS3() || !call.isListing()) {
            return call;
        }
        Map<String, String> query = new TreeMap<>(call.query());
        query.remove("list-type");
        query.remove("start-after");
        query.remove("continuation-token");
        query.put("max-keys", String.valueOf(page));
        return call.with(query);
    }

    @Override
    public Reply after(Call call, Reply reply) {
        String text = reply.text();
        int last = text.lastIndexOf("<Key>");
        if (!namesNext || !call.isS3() || last < 0 || !text.contains("<IsTruncated>true")) {
            return reply;
        }
        String key = text.substring(last + "<Key>".length(), text.indexOf("</Key>", last));
        return reply.withText(text.replace("</IsTruncated>", "</IsTruncated><NextMarker>" + key + "</NextMarker>"));
    }
}
