/** The wiring: settings, stores, Camel context and routes. */
@NullMarked
package org.multicloudmirror.app;

import org.jspecify.annotations.NullMarked;
