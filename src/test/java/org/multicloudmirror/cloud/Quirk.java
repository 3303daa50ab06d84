package org.multicloudmirror.cloud;

import java.io.IOException;
import java.util.Optional;

/** One way in which a service differs from the right one. */
public interface Quirk {

    /** What the service takes a request for. */
    default Call seen(Call call) {
        return call;
    }

    /** The answer in place of the right one, which then has no effect either. */
    default Optional<Reply> instead(Call call) throws IOException {
        return Optional.empty();
    }

    /** What becomes of the right answer, whose effect has taken place. */
    default Reply after(Call call, Reply reply) {
        return reply;
    }
}
