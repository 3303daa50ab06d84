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
        Quirks all,
        SilentParts silentParts,
        VagueBulkDeletes vagueBulkDeletes,
        DroppedMetadata droppedMetadata,
        SwiftInfo info,
        ShortPages shortPages,
        KnownContainers knownContainers,
        ManifestTags manifestTags,
        RangedCopies rangedCopies,
        KeptHeaders keptHeaders) {

    /** Those of a store that has shown none. */
    static SwiftQuirks of(String store, SwiftRequests requests) {
        QuirkMemory memory = QuirkMemory.of(store);
        SilentParts silentParts = new SilentParts(memory);
        VagueBulkDeletes vagueBulkDeletes = new VagueBulkDeletes(memory);
        DroppedMetadata droppedMetadata = new DroppedMetadata(memory);
        SwiftInfo info = new SwiftInfo(requests, memory);
        ShortPages shortPages = new ShortPages(memory);
        KnownContainers knownContainers = new KnownContainers(memory);
        ManifestTags manifestTags = new ManifestTags(memory);
        RangedCopies rangedCopies = new RangedCopies(memory);
        KeptHeaders keptHeaders = new KeptHeaders(memory);
        Quirks all = new Quirks(
                silentParts,
                vagueBulkDeletes,
                droppedMetadata,
                info,
                shortPages,
                knownContainers,
                manifestTags,
                rangedCopies,
                keptHeaders,
                new MetadataSizes(memory));
        return new SwiftQuirks(
                all,
                silentParts,
                vagueBulkDeletes,
                droppedMetadata,
                info,
                shortPages,
                knownContainers,
                manifestTags,
                rangedCopies,
                keptHeaders);
    }
}
