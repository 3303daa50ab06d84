/** Keeps the runs of several machines from one destination. */
@NullMarked
package org.multicloudmirror.lease;

import org.jspecify.annotations.NullMarked;
