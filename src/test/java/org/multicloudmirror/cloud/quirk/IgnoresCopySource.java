package org.multicloudmirror.cloud.quirk;

import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;

/** Takes a copy on the server, of an object or a part, for a PUT of what its body is: nothing. */
public final class IgnoresCopySource implements Quirk {

    @Override
    public Call seen(Call call) {
        return call.is("PUT")
                ? call.with(call.headers()
                        .only(name -> !name.startsWith("x-amz-copy-source") && !name.equals("x-copy-from")))
                : call;
    }
}
