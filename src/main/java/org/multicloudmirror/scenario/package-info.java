/** The command line's language: locations, scenarios and what is wrong with a mistyped one. */
@NullMarked
package org.multicloudmirror.scenario;

import org.jspecify.annotations.NullMarked;
