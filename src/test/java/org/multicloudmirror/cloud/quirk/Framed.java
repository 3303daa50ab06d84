package org.multicloudmirror.cloud.quirk;

import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Sends objects without a length, as gateways and proxies do that change what passes through them. */
public record Framed(Reply.Framing framing) implements Quirk {

    @Override
    public Reply after(Call call, Reply reply) {
        return call.isObject()
                        && call.is("GET", "HEAD")
                        && reply.isSuccess()
                        && call.query().isEmpty()
                ? reply.framed(framing)
                : reply;
    }
}
