package org.multicloudmirror.cloud.quirk;

import java.util.Optional;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Sends whoever logs in to another place. */
public record RedirectsLogins(int status, String to) implements Quirk {

    @Override
    public Optional<Reply> instead(Call call) {
        return call.path().startsWith("/auth/") || call.path().endsWith("/tokens")
                ? Optional.of(Reply.of(status).with("Location", to + call.path()))
                : Optional.empty();
    }
}
