/** A summary rendered: mail, CSV, JSON Lines, one line for a terminal. */
@NullMarked
package org.multicloudmirror.report;

import org.jspecify.annotations.NullMarked;
