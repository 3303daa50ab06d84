package org.multicloudmirror.cloud.quirk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Puts parts together only if all but the last have one size (Cloudflare R2). */
public record WantsEqualParts(Map<String, Map<Integer, Long>> uploads) implements Quirk {

    public WantsEqualParts() {
        this(new ConcurrentHashMap<>());
    }

    @Override
    public Optional<Reply> instead(Call call) {
        Map<Integer, Long> parts =
                uploads.computeIfAbsent(call.query().getOrDefault("uploadId", ""), id -> new ConcurrentHashMap<>());
        if (call.is("PUT") && call.asks("partNumber")) {
            parts.put(
                    Integer.parseInt(call.query().getOrDefault("partNumber", "0")),
                    call.body().announced());
        }
        boolean isUneven = parts.entrySet().stream()
                .filter(part -> part.getKey() < parts.size())
                .anyMatch(part -> !part.getValue().equals(parts.get(1)));
        return call.isS3() && call.is("POST") && call.asks("uploadId") && isUneven
                ? Optional.of(Reply.error(400, "InvalidPart", "All non-trailing parts must have the same length."))
                : Optional.empty();
    }
}
