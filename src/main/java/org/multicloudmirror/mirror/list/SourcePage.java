package org.multicloudmirror.mirror.list;

import java.util.List;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * One page of the source, on its way to the destination's filter.
 *
 * @param listing that it belongs to
 * @param entries in key order
 */
public record SourcePage(RangeListing listing, List<ObjectEntry> entries) {}
