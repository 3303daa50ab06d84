package org.multicloudmirror.cloud.quirk;

import java.io.IOException;
import java.util.Optional;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/**
 * A listing that lags behind its deletes: a key that it names is not there (Swift while its container-updater is
 * behind).
 */
public record ListsWhatIsDeleted(String bucket, String key) implements Quirk {

    @Override
    public Optional<Reply> instead(Call call) throws IOException {
        return call.bucket().equals(bucket) && call.key().equals(key) && call.is("GET", "HEAD", "DELETE")
                ? Optional.of(Missing.reply(call))
                : Optional.empty();
    }
}
