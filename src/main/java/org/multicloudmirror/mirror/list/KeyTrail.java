package org.multicloudmirror.mirror.list;

import java.util.List;
import org.multicloudmirror.storage.EntryColumns;
import org.multicloudmirror.storage.ObjectEntry;

/** What is remembered of the keys that were decided: how many, and a hash of all of them in their order. */
record KeyTrail(long count, long hash) {

    /** Of no key. */
    static final KeyTrail NONE = new KeyTrail(0, 0);

    /** With the keys of these entries behind. */
    KeyTrail then(List<ObjectEntry> entries) {
        long further = hash;
        EntryColumns columns = EntryColumns.of(entries);
        for (int i = 0; i < columns.size(); i++) {
            further = further * 0x9E3779B97F4A7C15L + columns.keyHash(i);
        }
        return new KeyTrail(count + columns.size(), further);
    }
}
