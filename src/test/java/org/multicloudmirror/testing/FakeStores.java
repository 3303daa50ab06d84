package org.multicloudmirror.testing;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.ObjectStores;
import org.multicloudmirror.storage.RejectedException;

/** Stores by the names that a test gives them. */
public final class FakeStores implements ObjectStores {

    private final Map<String, ObjectStore> stores = new ConcurrentSkipListMap<>();

    /** Adds a store, or puts it in place of the one of that name. */
    public FakeStores with(String name, ObjectStore store) {
        if (store instanceof FakeStore fake) {
            fake.named(name);
        }
        stores.put(name, store);
        return this;
    }

    @Override
    public Set<String> names() {
        return stores.keySet();
    }

    @Override
    public ObjectStore named(String name) {
        ObjectStore store = stores.get(name);
        if (store == null) {
            throw new RejectedException("no fake store is named " + name);
        }
        return store;
    }
}
