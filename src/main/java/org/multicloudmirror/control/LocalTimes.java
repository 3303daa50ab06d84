package org.multicloudmirror.control;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people of a place have them, with the offset from UTC. */
final class LocalTimes {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT);

    private LocalTimes() {}

    static String text(Instant instant, ZoneId zone) {
        return FORM.format(instant.atZone(zone));
    }
}
