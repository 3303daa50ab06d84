package org.multicloudmirror.driver.s3;

import java.time.Clock;
import org.multicloudmirror.driver.quirk.DroppedMetadata;
import org.multicloudmirror.driver.quirk.MetadataSizes;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.driver.quirk.Quirks;
import org.multicloudmirror.driver.quirk.SilentParts;
import org.multicloudmirror.driver.quirk.VagueBulkDeletes;

/**
 * The quirks that an S3 service may have; each is registered here, and those that are asked for by name are told.
 *
 * @param all of them, for what they have in common
 */
record S3Quirks(
        Quirks all,
        BucketRegions regions,
        ServerClock clock,
        SilentParts silentParts,
        VagueBulkDeletes vagueBulkDeletes,
        ListedKeys listedKeys,
        PageTokens pageTokens,
        UntoldParts untoldParts,
        PartRules partRules,
        UnreadTags unreadTags,
        DroppedMetadata droppedMetadata,
        IgnoredCopySources ignoredCopySources) {

    /**
     * Those of a store that has shown none.
     *
     * @param machine this machine's clock, which may be wrong
     */
    static S3Quirks of(S3Settings settings, Clock machine) {
        QuirkMemory memory = QuirkMemory.of(settings.name());
        BucketRegions regions = new BucketRegions(memory, settings.region());
        ServerClock clock = new ServerClock(memory, machine);
        SilentParts silentParts = new SilentParts(memory);
        VagueBulkDeletes vagueBulkDeletes = new VagueBulkDeletes(memory);
        ListedKeys listedKeys = new ListedKeys(memory);
        PageTokens pageTokens = new PageTokens(memory);
        UntoldParts untoldParts = new UntoldParts(memory);
        PartRules partRules = new PartRules(memory);
        UnreadTags unreadTags = new UnreadTags(memory);
        DroppedMetadata droppedMetadata = new DroppedMetadata(memory);
        IgnoredCopySources ignoredCopySources = new IgnoredCopySources(memory);
        Quirks all = new Quirks(
                regions,
                clock,
                silentParts,
                vagueBulkDeletes,
                listedKeys,
                pageTokens,
                untoldParts,
                partRules,
                unreadTags,
                droppedMetadata,
                ignoredCopySources,
                new MetadataSizes(memory),
                new RefusedTags(memory));
        return new S3Quirks(
                all,
                regions,
                clock,
                silentParts,
                vagueBulkDeletes,
                listedKeys,
                pageTokens,
                untoldParts,
                partRules,
                unreadTags,
                droppedMetadata,
                ignoredCopySources);
    }
}
