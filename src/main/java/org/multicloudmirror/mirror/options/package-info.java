/** What the user asks of a run: values, made of the settings before it begins. */
@NullMarked
package org.multicloudmirror.mirror.options;

import org.jspecify.annotations.NullMarked;
