/** What is made of files that are replaced while the program runs. */
@NullMarked
package org.multicloudmirror.rotation;

import org.jspecify.annotations.NullMarked;
