package org.multicloudmirror.mirror.list;

import org.multicloudmirror.storage.ObjectEntry;

/** What is remembered of the keys that were decided: how many, and a hash of all of them in their order. */
record KeyTrail(long count, long hash) {

    /** Of no key. */
    static final KeyTrail NONE = new KeyTrail(0, 0);

    /** With one key more. */
    KeyTrail then(ObjectEntry entry) {
        return new KeyTrail(count + 1, hash * 0x9E3779B97F4A7C15L + entry.key().hashCode());
    }
}
