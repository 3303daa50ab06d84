/** What routes name of a run beside its stages; those are in the packages below. */
@NullMarked
package org.multicloudmirror.mirror;

import org.jspecify.annotations.NullMarked;
