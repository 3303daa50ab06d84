package org.multicloudmirror.report;

import java.util.List;
import java.util.stream.Collectors;
import org.multicloudmirror.mirror.Outcome;
import org.multicloudmirror.scenario.Scenario;

/** Rows of comma-separated values, quoted where RFC 4180 asks for it. */
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

    private CsvRow() {}

    static String of(Scenario scenario, Outcome outcome) {
        return of(List.of(
                scenario.toString(),
                outcome.kind().word(),
                outcome.key(),
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
        boolean quote = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
