/** What a run overwrites or deletes is kept before. */
@NullMarked
package org.multicloudmirror.mirror.backup;

import org.jspecify.annotations.NullMarked;
