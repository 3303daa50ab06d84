package org.multicloudmirror.cloud.quirk;

import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Answers reads of an object with a header as it is given here, byte by byte (a char each). */
public record Header(String key, String name, String value) implements Quirk {

    @Override
    public Reply after(Call call, Reply reply) {
        return call.key().equals(key) && call.is("GET", "HEAD") && reply.isSuccess() ? reply.with(name, value) : reply;
    }
}
