/** One run of a scenario: its ranges, decisions, copies and outcomes. */
@NullMarked
package org.multicloudmirror.mirror;

import org.jspecify.annotations.NullMarked;
