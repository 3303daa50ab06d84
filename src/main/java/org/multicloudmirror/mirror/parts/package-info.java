/** One large object on its way: planned in parts, read in slices, proven part by part, put together. */
@NullMarked
package org.multicloudmirror.mirror.parts;

import org.jspecify.annotations.NullMarked;
