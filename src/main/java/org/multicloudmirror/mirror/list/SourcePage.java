package org.multicloudmirror.mirror.list;

import java.util.List;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * One page of the source, on its way to the destination's filter.
 *
 * @param listing that it belongs to
 * @param entries in key order
 */
public record SourcePage(RangeListing listing, List<ObjectEntry> entries) {

    /** The ranges that are cut off behind this page; mostly none. */
    public List<KeyRange> cut() {
        return listing.cut();
    }
}
