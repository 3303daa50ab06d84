/**
 * Random worlds, options and changes over the scripted cloud, and an oracle that says what must come of them. It knows
 * the documentation, and nothing of the code.
 */
@NullMarked
package org.multicloudmirror.model;

import org.jspecify.annotations.NullMarked;
