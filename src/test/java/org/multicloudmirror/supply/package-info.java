/** What the jar is made of. */
@NullMarked
package org.multicloudmirror.supply;

import org.jspecify.annotations.NullMarked;
