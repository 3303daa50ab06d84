package org.multicloudmirror.cloud.quirk;

import java.util.Set;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;

/**
 * Does not keep some headers of what is written.
 *
 * @param names in lower case
 */
public record DropsHeaders(String bucket, Set<String> names) implements Quirk {

    @Override
    public Call seen(Call call) {
        return call.bucket().equals(bucket) && call.is("PUT", "POST")
                ? call.with(call.headers().only(name -> !names.contains(name)))
                : call;
    }
}
