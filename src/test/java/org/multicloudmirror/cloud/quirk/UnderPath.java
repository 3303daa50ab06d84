package org.multicloudmirror.cloud.quirk;

import java.util.Optional;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Serves below a path only, as a gateway does that has others beside it. */
public record UnderPath(String path) implements Quirk {

    @Override
    public Call seen(Call call) {
        return call.isS3() && call.path().startsWith(path + "/")
                ? call.at(call.path().substring(path.length()))
                : call;
    }

    @Override
    public Optional<Reply> instead(Call call) {
        return call.isS3() && !call.rawTarget().startsWith(path + "/")
                ? Optional.of(Reply.text(404, "text/html", "<html><h1>No such page</h1></html>"))
                : Optional.empty();
    }
}
