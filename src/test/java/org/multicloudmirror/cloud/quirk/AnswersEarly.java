package org.multicloudmirror.cloud.quirk;

import java.util.Optional;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Refuses a body before it has come, and closes the connection behind its answer. */
public record AnswersEarly(Reply reply) implements Quirk {

    @Override
    public Optional<Reply> instead(Call call) {
        return call.isObject() && call.is("PUT") && call.body().announced() > 0
                ? Optional.of(reply.closing())
                : Optional.empty();
    }
}
