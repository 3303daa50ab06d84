/** One object in work: what its copy is about to become, and what it may know of its run. */
@NullMarked
package org.multicloudmirror.mirror.work;

import org.jspecify.annotations.NullMarked;
