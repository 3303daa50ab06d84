package org.multicloudmirror.model;

import java.util.Map;
import java.util.Set;
import org.multicloudmirror.mirror.run.RunStatus;

/**
 * What must come of a run.
 *
 * @param status how it ends
 * @param kinds the report's word of each object that has something done to it, by the key that the report has
 * @param equal the source's keys that need nothing
 * @param destination all of the destination's bucket afterwards
 */
record Expectation(RunStatus status, Map<String, String> kinds, Set<String> equal, Map<String, Thing> destination) {}
