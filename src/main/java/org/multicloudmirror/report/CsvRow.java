package org.multicloudmirror.report;

import java.util.List;
import java.util.stream.Collectors;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.storage.Keys;

/**
 * Rows of comma-separated values, quoted where RFC 4180 asks for it. What a spreadsheet would take for a formula begins
 * with an apostrophe, which it does not show (OWASP, "CSV Injection"): keys and reasons are other people's text.
 */
final class CsvRow {

    static final String HEADER = of(List.of(
            "scenario",
            "result",
            "key",
            "size",
            "etag",
            "destinationEtag",
            "proof",
            "attempts",
            "milliseconds",
            "reason"));

    /** What formulas begin with, also where they are written in full width. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvRow() {}

    static String of(Scenario scenario, Outcome outcome) {
        return of(List.of(
                scenario.toString(),
                outcome.kind().word(),
                Keys.written(outcome.key()),
                Long.toString(outcome.size()),
                outcome.etag().value(),
                outcome.evidence().destination().value(),
                outcome.evidence().proof().word(),
                Integer.toString(outcome.attempts()),
                Long.toString(outcome.duration().toMillis()),
                outcome.reason()));
    }

    private static String of(List<String> cells) {
        return cells.stream().map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String plain = isFormula(text) ? "'" + text : text;
        boolean quote =
                plain.chars().anyMatch(c -> c == ',' || c == ';' || c == '\t' || c == '"' || c == '\r' || c == '\n');
        return quote ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    /** Also behind blanks and quotes, which some programs drop before they look. */
    private static boolean isFormula(String text) {
        int at = 0;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            at++;
        }
        return at < text.length() && FORMULA.indexOf(text.charAt(at)) >= 0;
    }
}
