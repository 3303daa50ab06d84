/** What a person sees while a run is under way. */
@NullMarked
package org.multicloudmirror.observe;

import org.jspecify.annotations.NullMarked;
