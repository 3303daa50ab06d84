/** The quirks that services are known for, one class each. */
@NullMarked
package org.multicloudmirror.cloud.quirk;

import org.jspecify.annotations.NullMarked;
