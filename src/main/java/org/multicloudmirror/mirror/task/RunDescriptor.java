package org.multicloudmirror.mirror.task;

import java.time.Instant;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.WrittenClass;
import org.multicloudmirror.scenario.Scenario;

/**
 * All that a copy knows of its run.
 *
 * @param id unique to the run
 * @param scenario what is mirrored
 * @param mode what it may do
 * @param compare by what objects are told equal
 * @param backup where what is overwritten is kept
 * @param createsDestination whether what is missing at the destination, such as a container of segments, is made
 * @param writtenClass the storage class of what it writes to S3
 * @param started when it began
 */
public record RunDescriptor(
        String id,
        Scenario scenario,
        RunMode mode,
        Compare compare,
        BackupPlace backup,
        boolean createsDestination,
        WrittenClass writtenClass,
        Instant started) {}
