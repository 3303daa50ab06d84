package org.multicloudmirror.cloud.quirk;

import java.util.Arrays;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Ends a body too early and says nothing of it. */
public record CutOff(Reply.Framing framing, int bytes) implements Quirk {

    @Override
    public Reply after(Call call, Reply reply) {
        return call.isObject()
                        && call.is("GET")
                        && reply.isSuccess()
                        && call.query().isEmpty()
                ? reply.withBody(Arrays.copyOf(reply.body(), Math.min(bytes, reply.body().length)))
                        .framed(framing)
                : reply;
    }
}
