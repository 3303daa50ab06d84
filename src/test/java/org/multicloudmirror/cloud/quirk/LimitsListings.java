package org.multicloudmirror.cloud.quirk;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/**
 * A Swift whose pages are smaller than usual, and that refuses to be asked for more.
 *
 * @param isTold whether {@code /info} says so
 */
public record LimitsListings(int most, boolean isTold) implements Quirk {

    @Override
    public Call seen(Call call) {
        if (call.isS3() || !call.isListing() || call.asks("limit")) {
            return call;
        }
        Map<String, String> query = new TreeMap<>(call.query());
        query.put("limit", String.valueOf(most));
        return call.with(query);
    }

    @Override
    public Optional<Reply> instead(Call call) {
        return !call.isS3() && call.isListing() && Integer.parseInt(call.query().getOrDefault("limit", "0")) > most
                ? Optional.of(Reply.text(412, "text/plain", "Maximum limit is " + most))
                : Optional.empty();
    }

    @Override
    public Reply after(Call call, Reply reply) {
        return call.path().equals("/info") && isTold
                ? reply.withText(reply.text()
                        .replace("\"container_listing_limit\": 10000", "\"container_listing_limit\": " + most))
                : reply;
    }
}
