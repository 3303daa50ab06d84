package org.multicloudmirror.it.contract;

import java.util.List;
import java.util.Map;

/** jclouds' own store in memory, as any provider that has no driver of ours. */
class TransientStoreIT extends ObjectStoreContract implements LongListingContract {

    @Override
    Map<String, String> properties() {
        return Map.of("driver", "jclouds", "provider", "transient", "identity", "any", "credential", "any");
    }

    @Override
    public Map<Gap, String> gaps() {
        return Map.of(
                Gap.LEASES,
                "jclouds puts without conditions",
                Gap.BYTE_ORDER_BEYOND_THE_FIRST_PLANE,
                "it sorts Java strings, hence UTF-16");
    }

    @Override
    void clean(List<String> buckets) {
        // it ended with its context
    }
}
