package org.multicloudmirror.metrics;

/**
 * A scenario that is scheduled.
 *
 * @param name its route's id
 * @param scenario what is mirrored, as the history has it
 * @param timetable when
 */
public record Scheduled(String name, String scenario, Timetable timetable) {}
