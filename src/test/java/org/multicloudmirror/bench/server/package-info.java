/**
 * A load server: enough of S3 and Swift to be mirrored between, over objects that are computed rather than kept, and
 * cheap enough that the client beside it is what is measured.
 */
@NullMarked
package org.multicloudmirror.bench.server;

import org.jspecify.annotations.NullMarked;
