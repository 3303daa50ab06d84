/** What became of each object, gathered into a summary. */
@NullMarked
package org.multicloudmirror.mirror.outcome;

import org.jspecify.annotations.NullMarked;
