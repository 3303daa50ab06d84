package org.multicloudmirror.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.multicloudmirror.report.Amounts;
import org.multicloudmirror.storage.Keys;

/** An entry as a line for a person, without control characters. */
public final class HistoryText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private HistoryText() {}

    /** When, which run, how it ended, what, how long, and how much or why not. */
    public static String line(HistoryEntry entry) {
        String came = String.format(
                Locale.ROOT,
                "%d copied (%s), %d equal, %d failed",
                entry.copied(),
                Amounts.bytes(entry.bytes()),
                entry.equal(),
                entry.failed());
        return Keys.printable(String.format(
                Locale.ROOT,
                "%s  %-8s  %-13s  %s  %s  %s",
                TIME.format(entry.started().atZone(ZoneId.systemDefault())),
                entry.runId(),
                entry.status(),
                entry.name().isEmpty() ? entry.scenario() : entry.scenario() + " (" + entry.name() + ")",
                Amounts.duration(entry.duration()),
                entry.problem().isEmpty() ? came : entry.problem()));
    }
}
