package org.multicloudmirror.cloud.quirk;

import java.util.Arrays;
import org.multicloudmirror.cloud.Bulk;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Deletes, and breaks off in the middle of telling so. */
public final class TruncatesBulkDelete implements Quirk {

    @Override
    public Reply after(Call call, Reply reply) {
        return Bulk.isAsked(call) && reply.isSuccess()
                ? reply.withBody(Arrays.copyOf(reply.body(), reply.body().length * 2 / 3))
                : reply;
    }
}
