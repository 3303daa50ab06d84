/** How a service that runs is asked and told: what it tells of itself, and the port that it does it over. */
@NullMarked
package org.multicloudmirror.control;

import org.jspecify.annotations.NullMarked;
