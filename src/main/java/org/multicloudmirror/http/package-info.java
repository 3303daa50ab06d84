/** The lean HTTP layer under the drivers: one request, one streamed reply, no retry, no redirect. */
@NullMarked
package org.multicloudmirror.http;

import org.jspecify.annotations.NullMarked;
