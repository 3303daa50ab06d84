/** The form of the log's lines. */
@NullMarked
package org.multicloudmirror.log;

import org.jspecify.annotations.NullMarked;
