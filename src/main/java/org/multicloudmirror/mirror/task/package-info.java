/** What travels between the stages of a run: values that hold all that the next stage needs. */
@NullMarked
package org.multicloudmirror.mirror.task;

import org.jspecify.annotations.NullMarked;
