package org.multicloudmirror.mirror.list;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.SkipLog;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.task.Skips;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

/** Counts what a range leaves out by rule, and has each object written down: there may be millions. For one thread. */
final class SkipCount {

    private final Run run;
    private final SkipLog log;
    private final Map<String, Long> byRule = new HashMap<>();
    private final List<Outcome> first = new ArrayList<>();

    SkipCount(Run run, SkipLog log) {
        this.run = run;
        this.log = log;
    }

    /**
     * One more.
     *
     * @param present the destination's entry of the same name, or null when it has none
     * @param rule why, for the report
     */
    void add(ObjectEntry entry, @Nullable ObjectEntry present, String rule) {
        Outcome skipped = new Outcome(
                run.id(),
                entry.key(),
                entry.size(),
                entry.etag(),
                OutcomeKind.SKIPPED,
                0,
                rule,
                Duration.ZERO,
                new Evidence(present == null ? ETag.NONE : present.etag(), Proof.NONE));
        byRule.merge(rule, 1L, Long::sum);
        if (first.size() < Summary.SAMPLE_LIMIT) {
            first.add(skipped);
        }
        log.write(run, skipped);
    }

    /** They will be counted again. */
    void clear() {
        byRule.clear();
        first.clear();
    }

    /** All so far. */
    Skips skips() {
        return new Skips(byRule, first);
    }
}
