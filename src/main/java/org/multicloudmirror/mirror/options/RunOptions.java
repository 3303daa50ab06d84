package org.multicloudmirror.mirror.options;

import java.time.Duration;

/**
 * What holds for every scenario of one invocation.
 *
 * @param mode what it may do
 * @param compare by what objects are told equal
 * @param selection which objects it is about
 * @param deletion what of the destination is deleted
 * @param backup where what is overwritten or deleted is kept
 * @param createDestination whether a missing destination is made
 * @param budget what all of them may take together
 * @param share what each may take of what its process has
 * @param writtenClass the storage class of what it writes to S3
 * @param lease how long a lease on the destination holds without being renewed; zero where none is taken
 * @param name under what name runs are counted: the id of the route that starts them; empty on the command line
 */
public record RunOptions(
        RunMode mode,
        Compare compare,
        Selection selection,
        Deletion deletion,
        BackupPlace backup,
        boolean createDestination,
        Budget budget,
        RunShare share,
        WrittenClass writtenClass,
        Duration lease,
        String name) {

    /** Of the command line, with nothing of its own but these. */
    public RunOptions(
            RunMode mode,
            Compare compare,
            Selection selection,
            Deletion deletion,
            BackupPlace backup,
            boolean createDestination,
            Budget budget) {
        this(
                mode,
                compare,
                selection,
                deletion,
                backup,
                createDestination,
                budget,
                RunShare.WHOLE,
                WrittenClass.USUAL,
                Duration.ZERO,
                "");
    }

    /** The same, counted under a name. */
    public RunOptions named(String route) {
        return new RunOptions(
                mode,
                compare,
                selection,
                deletion,
                backup,
                createDestination,
                budget,
                share,
                writtenClass,
                lease,
                route);
    }
}
