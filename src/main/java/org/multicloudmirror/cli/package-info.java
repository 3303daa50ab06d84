/** The command line. */
@NullMarked
package org.multicloudmirror.cli;

import org.jspecify.annotations.NullMarked;
