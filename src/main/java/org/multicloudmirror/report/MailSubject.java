package org.multicloudmirror.report;

import java.util.regex.Pattern;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.task.OutcomeKind;

/** The status mail's subject, which tells bad news before the mail is opened. */
public final class MailSubject {

    /** A line break in a subject would end the header and begin another one (RFC 5322, section 2.2). */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private MailSubject() {}

    /** The configured subject on one line, with a prefix unless the status is OK. */
    public static String of(String configured, Report report) {
        return BREAKS.matcher(prefix(report) + configured).replaceAll(" ").strip();
    }

    private static String prefix(Report report) {
        return switch (report.status()) {
            case OK -> "";
            // without thousands separators: mail rules match it as a number
            case SOME_FAILED -> report.count(OutcomeKind.FAILED) + " FAILED: ";
            case LIMIT_REACHED -> "LIMIT REACHED: ";
            case DIFFERENT -> "DIFFERENT: ";
            case GUARDED -> "GUARDED: ";
            case LOCKED -> "LOCKED: ";
            case COULD_NOT_RUN -> "FAILED: ";
            case INTERRUPTED -> "INTERRUPTED: ";
        };
    }
}
