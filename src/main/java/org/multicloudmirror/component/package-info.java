/** The Camel component objectstore. */
@NullMarked
package org.multicloudmirror.component;

import org.jspecify.annotations.NullMarked;
