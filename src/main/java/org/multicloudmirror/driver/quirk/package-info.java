/** What a service turns out to be like, learnt from its answers. */
@NullMarked
package org.multicloudmirror.driver.quirk;

import org.jspecify.annotations.NullMarked;
