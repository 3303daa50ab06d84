package org.multicloudmirror.cloud.quirk;

import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;

/** Is asked as a proxy is, which resolves every name to itself: by whole URLs. */
public final class ByProxy implements Quirk {

    @Override
    public Call seen(Call call) {
        if (!call.rawTarget().startsWith("http://")) {
            return call;
        }
        String target = call.rawTarget().substring(call.rawTarget().indexOf('/', "http://".length()));
        String path = target.replaceFirst("\\?.*", "");
        return new Call(
                        call.service(),
                        call.method(),
                        target,
                        path,
                        "",
                        "",
                        call.query(),
                        call.sent(),
                        call.headers(),
                        call.body())
                .at(path);
    }
}
