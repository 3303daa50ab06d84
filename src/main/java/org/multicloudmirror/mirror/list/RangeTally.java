package org.multicloudmirror.mirror.list;

import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.SkipLog;
import org.multicloudmirror.mirror.task.Skips;
import org.multicloudmirror.storage.EntryColumns;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;

/** Counts what became of a range's objects, page by page, and where that has come to. For one thread. */
final class RangeTally {

    private final Run run;
    private final SkipCount skipped;
    private KeyTrail decided = KeyTrail.NONE;
    private long listed;
    private long tasks;
    private long equal;
    private long backups;
    private long unnamed;
    private String last = "";

    /**
     * @param skips gets what is left out
     */
    RangeTally(Run run, SkipLog skips) {
        this.run = run;
        this.skipped = new SkipCount(run, skips);
    }

    /** One more page. */
    void add(EntryColumns page, PageDecider.Decided found) {
        found.leftOut().forEach(task -> skip(task.entry(), task.present(), task.reason()));
        decided = decided.then(page);
        listed += page.size();
        tasks += found.tasks().size();
        last = page.isEmpty() ? last : page.get(page.size() - 1).key();
        equal += found.equal();
        backups += found.backups();
        unnamed += found.unnamed();
        run.progress().addListed(page.size(), found.equal());
    }

    /** An object that is left out beside the pages. */
    void skip(ObjectEntry entry, @Nullable ObjectEntry present, String rule) {
        skipped.add(entry, present, rule);
    }

    /** All pages will come again, and what has become a task by now is one. */
    void clear() {
        listed = 0;
        equal = 0;
        backups = 0;
        unnamed = 0;
        skipped.clear();
    }

    /** What is remembered of the keys so far. */
    KeyTrail decided() {
        return decided;
    }

    /** How many objects of the source there were. */
    long listed() {
        return listed;
    }

    /** How many tasks they made, those of pages that came again included. */
    long tasks() {
        return tasks;
    }

    /** How many of them are equal on both sides. */
    long equal() {
        return equal;
    }

    /** How many of them were left out as backups. */
    long backups() {
        return backups;
    }

    /** How many of them a list of keys does not name. */
    long unnamed() {
        return unnamed;
    }

    /** What was left out otherwise. */
    Skips skips() {
        return skipped.skips();
    }

    /** Where the pages have come to, for a message. */
    String place() {
        return last.isEmpty() ? "before its first key" : "behind " + Keys.printable(last);
    }
}
