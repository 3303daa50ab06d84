/** How the status mail gets to its server: encrypted, in time, and in short where it is too large. */
@NullMarked
package org.multicloudmirror.delivery.mail;

import org.jspecify.annotations.NullMarked;
