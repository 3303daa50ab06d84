/** Scenarios on a schedule: read from a file, followed as it changes, run, watched. */
@NullMarked
package org.multicloudmirror.service;

import org.jspecify.annotations.NullMarked;
