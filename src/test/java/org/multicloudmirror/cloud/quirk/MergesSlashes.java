package org.multicloudmirror.cloud.quirk;

import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;

/** Takes several slashes for one, as nginx does unless {@code merge_slashes} is off. */
public final class MergesSlashes implements Quirk {

    @Override
    public Call seen(Call call) {
        return call.path().contains("//") ? call.at(call.path().replaceAll("/+", "/")) : call;
    }
}
