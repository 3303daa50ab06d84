package org.multicloudmirror.control;

/**
 * When a scenario runs, as it is written.
 *
 * @param kind {@code cron}, {@code every} or {@code poll}
 * @param text of the expression, or the span
 * @param zone of {@code cron}; empty for others
 */
public record Schedule(String kind, String text, String zone) {

    @Override
    public String toString() {
        return kind + " " + text + (zone.isEmpty() ? "" : " (" + zone + ")");
    }
}
