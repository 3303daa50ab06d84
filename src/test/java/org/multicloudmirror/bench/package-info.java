/** {@code ./mirror bench}: what a run costs the client, beside rclone where that is installed. */
@NullMarked
package org.multicloudmirror.bench;

import org.jspecify.annotations.NullMarked;
