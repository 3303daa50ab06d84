package org.multicloudmirror.browse;

import org.multicloudmirror.report.Amounts;
import org.multicloudmirror.storage.ObjectEntry;

/** Counts objects and their bytes. */
public final class ObjectSum implements Visitor {

    private long objects;
    private long bytes;
    private long untold;

    @Override
    public void object(ObjectEntry entry) {
        objects++;
        bytes += entry.size();
        boolean isTold = entry.size() > 0 || !entry.maybeManifest();
        untold += isTold ? 0 : 1;
    }

    @Override
    public void prefix(String prefix) {
        throw new IllegalStateException("all objects are counted, those below " + prefix + " too");
    }

    /** Such as {@code 1,234 objects, 5.6 MB (5612345 bytes)}. */
    @Override
    public String toString() {
        String sum = Amounts.count(objects, "object") + ", " + Amounts.bytes(bytes) + " (" + bytes + " bytes)";
        return untold == 0
                ? sum
                : sum + "; of " + Amounts.count(untold, "object") + " the listing may not tell the size";
    }
}
