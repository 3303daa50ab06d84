/** What ran when, and how it ended, from one invocation to the next. */
@NullMarked
package org.multicloudmirror.history;

import org.jspecify.annotations.NullMarked;
