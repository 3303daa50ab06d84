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
 * @param lease how long a lease on the destination holds without being renewed; zero where none is taken
 */
public record RunOptions(
        RunMode mode,
        Compare compare,
        Selection selection,
        Deletion deletion,
        BackupPlace backup,
        boolean createDestination,
        Budget budget,
        Duration lease) {

    /** The same without leases. */
    public RunOptions(
            RunMode mode,
            Compare compare,
            Selection selection,
            Deletion deletion,
            BackupPlace backup,
            boolean createDestination,
            Budget budget) {
        this(mode, compare, selection, deletion, backup, createDestination, budget, Duration.ZERO);
    }
}
