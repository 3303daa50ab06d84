package org.multicloudmirror.cloud.quirk;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.stream.IntStream;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Manifests whose segments are manifests, and theirs again. */
public record NestedManifests(int segments, int depth) implements Quirk {

    @Override
    public Optional<Reply> instead(Call call) {
        if (!call.query().getOrDefault("multipart-manifest", "").equals("get")) {
            return Optional.empty();
        }
        int level = call.key().length() - call.key().replace("/", "").length();
        String entry = "{\"name\": \"/" + call.bucket() + "/" + call.key() + "/%d\", \"bytes\": 1, \"hash\":"
                + " \"0123456789abcdef0123456789abcdef\", \"sub_slo\": " + (level < depth) + "}";
        return Optional.of(Reply.text(
                        200,
                        "application/json",
                        IntStream.range(0, segments).mapToObj(entry::formatted).collect(joining(",", "[", "]")))
                .with("X-Static-Large-Object", "True"));
    }
}
