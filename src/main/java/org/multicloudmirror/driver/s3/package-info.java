/** Amazon S3 and everything that speaks its protocol. */
@NullMarked
package org.multicloudmirror.driver.s3;

import org.jspecify.annotations.NullMarked;
