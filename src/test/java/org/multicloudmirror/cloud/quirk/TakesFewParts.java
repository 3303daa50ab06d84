package org.multicloudmirror.cloud.quirk;

import java.util.Optional;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Takes part numbers up to a limit only (1,000 at Scaleway and at Swift's S3 door). */
public record TakesFewParts(int most) implements Quirk {

    @Override
    public Optional<Reply> instead(Call call) {
        boolean isTooMany = call.is("PUT") && Integer.parseInt(call.query().getOrDefault("partNumber", "0")) > most;
        return isTooMany
                ? Optional.of(Reply.error(
                        400, "InvalidArgument", "Part number must be an integer between 1 and " + most + ", inclusive"))
                : Optional.empty();
    }
}
