package org.multicloudmirror.cloud;

import java.util.Iterator;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiPredicate;
import org.multicloudmirror.storage.Keys;

/** A bucket or container: what it holds in the order of the keys' bytes, and its own headers. */
public final class Bucket {

    private final NavigableMap<String, StoredObject> objects = new ConcurrentSkipListMap<>(Keys.ORDER);
    private volatile Fields headers = Fields.NONE;

    public NavigableMap<String, StoredObject> objects() {
        return objects;
    }

    public Fields headers() {
        return headers;
    }

    public void headers(Fields other) {
        headers = other;
    }

    /** The names behind a key that a listing has. */
    Iterator<String> after(String key, BiPredicate<String, StoredObject> wanted) {
        return objects.tailMap(key, false).entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey(), entry.getValue()))
                .map(java.util.Map.Entry::getKey)
                .iterator();
    }
}
