/** What looks at the machine over and over while the program runs, and what is made of files that are replaced. */
@NullMarked
package org.multicloudmirror.rotation;

import org.jspecify.annotations.NullMarked;
