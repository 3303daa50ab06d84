/** Parsers read answers that no server sends. */
@NullMarked
package org.multicloudmirror.fuzz;

import org.jspecify.annotations.NullMarked;
