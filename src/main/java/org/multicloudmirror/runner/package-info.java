/** The Camel component mirror, by which routes start runs. */
@NullMarked
package org.multicloudmirror.runner;

import org.jspecify.annotations.NullMarked;
