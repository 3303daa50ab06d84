/** What the destination has beyond the source, and what becomes of it when all else is done. */
@NullMarked
package org.multicloudmirror.mirror.delete;

import org.jspecify.annotations.NullMarked;
