package org.multicloudmirror.bench.server;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A bucket or container: the objects that are generated, and over them those that were written. */
final class Bucket {

    private final DataSet generated;
    private final ConcurrentNavigableMap<String, StoredObject> written = new ConcurrentSkipListMap<>();

    Bucket(DataSet generated) {
        this.generated = generated;
    }

    Optional<StoredObject> object(String key) {
        StoredObject own = written.get(key);
        if (own != null) {
            return Optional.of(own);
        }
        long number = generated.ceiling(key);
        boolean isThere = generated.has(number) && generated.key(number).equals(key);
        return isThere ? Optional.of(generated.object(number)) : Optional.empty();
    }

    void put(String key, StoredObject object) {
        written.put(key, object);
    }

    /** Is again as it was generated. */
    void forgetWritten() {
        written.clear();
    }

    /** The objects from a key on, in the order of their keys. */
    Iterator<Listed> from(String key) {
        return new Walk(generated, written.tailMap(key, true), key);
    }
}
