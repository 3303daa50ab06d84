/** Whole runs in this process against the scripted cloud: what services in the field do, and what must come of it. */
@NullMarked
package org.multicloudmirror.field;

import org.jspecify.annotations.NullMarked;
