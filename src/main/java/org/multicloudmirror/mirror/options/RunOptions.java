package org.multicloudmirror.mirror.options;

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
        WrittenClass writtenClass) {

    /** With nothing of its own but these. */
    public RunOptions(
            RunMode mode,
            Compare compare,
            Selection selection,
            Deletion deletion,
            BackupPlace backup,
            boolean createDestination,
            Budget budget) {
        this(mode, compare, selection, deletion, backup, createDestination, budget, RunShare.WHOLE, WrittenClass.USUAL);
    }
}
