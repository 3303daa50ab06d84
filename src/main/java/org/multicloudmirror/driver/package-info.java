/** What the drivers over the lean HTTP layer have in common. */
@NullMarked
package org.multicloudmirror.driver;

import org.jspecify.annotations.NullMarked;
