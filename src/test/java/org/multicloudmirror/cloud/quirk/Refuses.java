package org.multicloudmirror.cloud.quirk;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Gives one answer to all requests of a kind. */
public record Refuses(Predicate<Call> which, Reply reply) implements Quirk {

    public static Refuses with(int status, String code, Predicate<Call> which) {
        return new Refuses(which, Reply.error(status, code, "The scripted reason."));
    }

    @Override
    public Optional<Reply> instead(Call call) throws IOException {
        return which.test(call) ? Optional.of(reply) : Optional.empty();
    }
}
