/** Whether scenarios could run, without running them. */
@NullMarked
package org.multicloudmirror.validation;

import org.jspecify.annotations.NullMarked;
