package org.multicloudmirror.it.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.multicloudmirror.it.servers.Names;
import org.multicloudmirror.storage.ObjectStore;

/** The contract of {@link ObjectStore}; a suite a store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ObjectStoreContract
        implements ContentContract, MetadataContract, ListingContract, BucketContract, KeyContract, LeaseContract {

    private final List<String> buckets = new ArrayList<>();
    private OpenStore open;
    private String bucket;

    /** The properties of the store, as they are written behind {@code mirror.stores.NAME.}; starts its server. */
    abstract Map<String, String> properties() throws Exception;

    /** Removes these buckets and ends the server. */
    abstract void clean(List<String> buckets) throws Exception;

    @BeforeAll
    final void openStore() throws Exception {
        open = new OpenStore(properties());
        bucket = freshBucket();
    }

    @AfterAll
    final void closeStore() throws Exception {
        if (open != null) {
            open.close();
            clean(buckets);
        }
    }

    @Override
    public final ObjectStore store() {
        return open.store();
    }

    @Override
    public final String bucket() {
        return bucket;
    }

    @Override
    public final String freshBucket() {
        String name = Names.fresh();
        store().createBucket(name);
        buckets.add(name);
        return name;
    }
}
