/** Webhooks and pings: what is sent over HTTP to those who are told of runs. */
@NullMarked
package org.multicloudmirror.notify;

import org.jspecify.annotations.NullMarked;
