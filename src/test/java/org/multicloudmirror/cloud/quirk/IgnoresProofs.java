package org.multicloudmirror.cloud.quirk;

import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;

/** Takes any bytes, whatever MD5 they came with. */
public final class IgnoresProofs implements Quirk {

    @Override
    public Call seen(Call call) {
        return call.isObject() && call.is("PUT")
                ? call.with(call.headers().without("Content-MD5").without("ETag"))
                : call;
    }
}
