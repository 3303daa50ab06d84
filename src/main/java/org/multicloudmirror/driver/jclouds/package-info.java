/** OpenStack Swift and Rackspace Cloud Files, and jclouds' other stores as they are. */
@NullMarked
package org.multicloudmirror.driver.jclouds;

import org.jspecify.annotations.NullMarked;
