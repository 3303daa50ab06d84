/** Which files the routes come from, how they are loaded, and what is told of a mistake in one. */
@NullMarked
package org.multicloudmirror.app.routes;

import org.jspecify.annotations.NullMarked;
