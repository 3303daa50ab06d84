/** What a mistyped word was meant to be. */
@NullMarked
package org.multicloudmirror.spelling;

import org.jspecify.annotations.NullMarked;
