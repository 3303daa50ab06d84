/** What the user adds to the class path: jars in {@code lib/}. */
@NullMarked
package org.multicloudmirror.app.lib;

import org.jspecify.annotations.NullMarked;
