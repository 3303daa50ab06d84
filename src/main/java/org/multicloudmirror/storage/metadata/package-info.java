/** How metadata go to a store that does not hold them as they are, and how they come back. Pure. */
@NullMarked
package org.multicloudmirror.storage.metadata;

import org.jspecify.annotations.NullMarked;
