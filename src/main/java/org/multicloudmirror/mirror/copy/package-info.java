/** One object on its way: inspected, read, proven, written. */
@NullMarked
package org.multicloudmirror.mirror.copy;

import org.jspecify.annotations.NullMarked;
