/** Keeps two runs of one scenario from each other. */
@NullMarked
package org.multicloudmirror.lock;

import org.jspecify.annotations.NullMarked;
