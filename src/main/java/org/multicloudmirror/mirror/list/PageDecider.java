package org.multicloudmirror.mirror.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.storage.EntryColumns;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;

/**
 * Decides about the entries of a page of the source. What both listings have with one size and one MD5 is passed over in
 * its columns where nothing else is asked of it; all else is decided by the table of {@link CopyDecider}.
 */
final class PageDecider {

    /**
     * What became of a page.
     *
     * @param tasks of what is to be copied or inspected
     * @param leftOut of what is not, with the reason
     * @param equal how many objects are equal
     * @param backups how many are backups, which nobody looks at
     * @param unnamed how many a list of keys does not name
     */
    record Decided(List<CopyTask> tasks, List<CopyTask> leftOut, long equal, long backups, long unnamed) {}

    private final Run run;
    private final KeyRange range;
    private final RangeSide from;
    private final RangeSide to;
    private final NamedKeys named;
    private final CopyDecider decider;
    private final boolean passesEqual;

    PageDecider(Run run, KeyRange range, RangeSide from, RangeSide to, NamedKeys named) {
        RunOptions options = run.options();
        this.run = run;
        this.range = range;
        this.from = from;
        this.to = to;
        this.named = named;
        this.decider = new CopyDecider(options.compare(), options.selection().maxSize());
        this.passesEqual = options.compare().trustsListedMd5()
                && options.selection().takesAll()
                && !options.backup().isWanted();
    }

    /**
     * Decides; the listing that the cursor is on may turn out to be in disorder meanwhile.
     *
     * @param extras counts what both sides have
     */
    Decided decide(EntryColumns page, EntryCursor destination, GatheredExtras extras) {
        int prefix = from.prefixLength();
        List<CopyTask> tasks = new ArrayList<>();
        List<CopyTask> leftOut = new ArrayList<>();
        long equal = 0;
        long backups = 0;
        long unnamed = 0;
        int next = 0;
        while (next < page.size()) {
            int passed = passesEqual ? destination.passEqual(page, next, prefix) : 0;
            if (passed > 0) {
                extras.count(passed);
                equal += passed;
                next += passed;
                continue;
            }
            ObjectEntry entry = page.get(next);
            String key = from.relative(entry.key());
            ObjectEntry present = destination.at(page, next, prefix);
            next++;
            extras.count(present == null ? 0 : 1);
            if (run.options().backup().has(entry.key(), key)) {
                backups++;
                continue;
            }
            if (!named.see(key)) {
                unnamed++;
                continue;
            }
            Optional<String> exclusion = run.options().selection().exclusion(key, entry, run.started());
            Decision decision = exclusion.isPresent() ? Decision.SKIP_FILTERED : decide(key, entry, present);
            if (decision == Decision.EQUAL) {
                equal++;
            } else {
                (decision.isQueued() ? tasks : leftOut)
                        .add(task(entry, key, decision, present, exclusion.orElse(decision.reason())));
            }
        }
        return new Decided(tasks, leftOut, equal, backups, unnamed);
    }

    private Decision decide(String key, ObjectEntry entry, @Nullable ObjectEntry present) {
        return key.isEmpty() && to.where().prefix().isEmpty() ? Decision.SKIP_NO_NAME : decider.decide(entry, present);
    }

    private CopyTask task(
            ObjectEntry entry, String key, Decision decision, @Nullable ObjectEntry present, String reason) {
        long sequence = decision.isQueued() ? run.tasks().nextSequence() : Outcome.NO_TASK;
        return new CopyTask(range, sequence, entry, at(from, key), at(to, key), decision, present, reason);
    }

    private static ObjectLocation at(RangeSide side, String key) {
        return new ObjectLocation(side.where().store(), side.where().bucket(), side.whole(key));
    }
}
