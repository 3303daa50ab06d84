package org.multicloudmirror.mirror.select;

import java.time.Duration;

/**
 * A bound of age.
 *
 * @param duration before the run's start
 * @param text as it was written
 */
public record Age(Duration duration, String text) {}
