/** What the jar says of itself: licences, notices, the list of its libraries. */
@NullMarked
package org.multicloudmirror.jar;

import org.jspecify.annotations.NullMarked;
