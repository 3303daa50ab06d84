/** Which store a name stands for, and where its credentials come from. */
@NullMarked
package org.multicloudmirror.stores;

import org.jspecify.annotations.NullMarked;
