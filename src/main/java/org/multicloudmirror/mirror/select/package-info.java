/** Which objects a run is about: by name, size, age and list. Pure. */
@NullMarked
package org.multicloudmirror.mirror.select;

import org.jspecify.annotations.NullMarked;
