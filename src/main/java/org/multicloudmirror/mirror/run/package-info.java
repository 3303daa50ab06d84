/** What coordinates: runs, their tasks that are out, their progress, and what they came to. */
@NullMarked
package org.multicloudmirror.mirror.run;

import org.jspecify.annotations.NullMarked;
