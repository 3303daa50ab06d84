package org.multicloudmirror.cloud.quirk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Tokens that are keys, written as keys are in a listing: URL-encoded when that was asked for. */
public record EncodedTokens(int page) implements Quirk {

    @Override
    public Call seen(Call call) {
        if (!call.isS3() || !call.isListing()) {
            return call;
        }
        Map<String, String> query = new TreeMap<>(call.query());
        query.put("max-keys", String.valueOf(page));
        query.computeIfPresent(
                "continuation-token", (name, key) -> Base64.getUrlEncoder().encodeToString(key.getBytes(UTF_8)));
        return call.with(query);
    }

    @Override
    public Reply after(Call call, Reply reply) {
        String open = "<NextContinuationToken>";
        String text = reply.text();
        int start = text.indexOf(open);
        if (!call.isS3() || start < 0) {
            return reply;
        }
        int end = text.indexOf('<', start + 1);
        String key = new String(Base64.getUrlDecoder().decode(text.substring(start + open.length(), end)), UTF_8);
        String written = URLEncoder.encode(key, UTF_8);
        return reply.withText(text.substring(0, start) + open + written + text.substring(end));
    }
}
