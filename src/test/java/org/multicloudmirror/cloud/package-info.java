/**
 * A scripted cloud: S3 and Swift over one small server, right by default, with a class for each quirk that a service
 * is known for and that a test can switch on.
 */
@NullMarked
package org.multicloudmirror.cloud;

import org.jspecify.annotations.NullMarked;
