/** What can be set, where it is written, and what it is. */
@NullMarked
package org.multicloudmirror.settings;

import org.jspecify.annotations.NullMarked;
