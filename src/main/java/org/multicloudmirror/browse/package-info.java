/** Looks at what stores hold, without mirroring anything. */
@NullMarked
package org.multicloudmirror.browse;

import org.jspecify.annotations.NullMarked;
