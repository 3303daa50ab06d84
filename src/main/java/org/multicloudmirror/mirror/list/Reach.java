package org.multicloudmirror.mirror.list;

import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.SegmentNames;

/** What of the destination a run may delete at all. */
final class Reach {

    private final Run run;
    private final int prefixLength;
    private final boolean isForParts;

    Reach(Run run) {
        this.run = run;
        this.prefixLength = run.scenario().destination().prefix().length();
        this.isForParts = run.scenario().destination().whole().isPresent();
    }

    /** Whether it is what a run kept: no one's business. */
    boolean isBackup(ObjectEntry entry) {
        return run.options().backup().has(entry.key(), relative(entry));
    }

    /** Whether large objects of another container consist of it: whoever mirrors the parts as content does not delete ours. */
    boolean isPart(ObjectEntry entry) {
        return isForParts && SegmentNames.upload(entry.key()).isPresent();
    }

    /** Whether an extra may go: what the filters leave out does not. */
    boolean has(ObjectEntry extra) {
        String key = relative(extra);
        return run.options().selection().names(key)
                && run.options()
                        .selection()
                        .exclusion(key, extra, run.started())
                        .isEmpty();
    }

    private String relative(ObjectEntry entry) {
        return entry.key().substring(prefixLength);
    }
}
