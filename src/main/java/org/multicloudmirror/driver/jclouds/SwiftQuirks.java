package org.multicloudmirror.driver.jclouds;

import org.multicloudmirror.driver.quirk.DroppedMetadata;
import org.multicloudmirror.driver.quirk.MetadataSizes;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.driver.quirk.Quirks;
import org.multicloudmirror.driver.quirk.SilentParts;
import org.multicloudmirror.driver.quirk.VagueBulkDeletes;

/**
 * The quirks that a Swift service may have; each is registered here, and those that are asked for by name are told.
 *
 * @param all of them, for what they have in common
 */
record SwiftQuirks(
        Quirks all, SilentParts silentParts, VagueBulkDeletes vagueBulkDeletes, DroppedMetadata droppedMetadata) {

    /** Those of a store that has shown none. */
    static SwiftQuirks of(String store) {
        QuirkMemory memory = QuirkMemory.of(store);
        SilentParts silentParts = new SilentParts(memory);
        VagueBulkDeletes vagueBulkDeletes = new VagueBulkDeletes(memory);
        DroppedMetadata droppedMetadata = new DroppedMetadata(memory);
        return new SwiftQuirks(
                new Quirks(silentParts, vagueBulkDeletes, droppedMetadata, new MetadataSizes(memory)),
                silentParts,
                vagueBulkDeletes,
                droppedMetadata);
    }
}
