package org.multicloudmirror.report;

import java.util.stream.Collectors;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.task.OutcomeKind;

/** The status mail as HTML: 680 pixels of tables, without anything that a mail program would have to fetch or run. */
public final class ReportHtml {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="UTF-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light">
            <title>multi-cloud-mirror: %s</title>
            </head>
            <body style="margin:0;padding:0;background:#f2f4f7">
            <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" \
            style="table-layout:fixed;background:#f2f4f7">
            <tr><td align="center" style="padding:24px 8px">
            <table role="presentation" width="680" cellpadding="0" cellspacing="0" \
            style="max-width:100%%;table-layout:fixed;%s;font-size:14px;line-height:20px;color:#1d2939">
            %s%s%s<tr><td style="padding:16px 4px;font-size:12px;color:#667085">multi-cloud-mirror %s</td></tr>
            </table>
            </td></tr>
            </table>
            </body>
            </html>
            """;

    private static final String BANNER = """
            <tr><td style="background:%s;border-radius:8px 8px 0 0;padding:20px 24px;color:#ffffff">
            <div style="font-size:13px">multi-cloud-mirror</div>
            <div style="font-size:24px;line-height:32px;font-weight:bold">%s</div>
            <div style="font-size:15px">%s</div>
            </td></tr>
            """;

    private static final String TOTALS = """
            <tr><td style="background:#ffffff;border-radius:0 0 8px 8px;padding:16px 24px">
            <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="table-layout:fixed">
            <tr>
            %s</tr>
            </table>
            <div style="margin-top:12px;font-size:13px;color:#475467">Started %s, took %s%s</div>
            </td></tr>
            """;

    private static final String TILE = """
            <td style="vertical-align:top">
            <div style="font-size:13px;color:#475467">%s</div>
            <div style="font-size:22px;line-height:30px;font-weight:bold;color:%s">%s</div>
            <div style="font-size:13px;color:#475467">%s</div>
            </td>
            """;

    private static final String PLAIN = "#1d2939";

    private static final String ALARM = "#b42318";

    private ReportHtml() {}

    /**
     * The document, totals first, then each scenario; keys are escaped for HTML and their control characters shown.
     *
     * @param version of the tool, and where it ran, for the last line
     */
    public static String render(Report report, String version) {
        String headline = StatusWords.headline(report.status());
        String banner = BANNER.formatted(Html.color(report.status()), headline, Html.text(StatusWords.meaning(report)));
        String scenarios =
                report.worstFirst().stream().map(ScenarioHtml::render).collect(Collectors.joining());
        return PAGE.formatted(headline, Html.FONT, banner, totals(report), scenarios, Html.text(version));
    }

    private static String totals(Report report) {
        Totals tally = Totals.of(report);
        long failed = tally.count(OutcomeKind.FAILED);
        String tiles =
                tile(tally.isDryRun() ? "Would copy" : "Copied", PLAIN, tally.selected(), Amounts.bytes(tally.bytes()))
                        + tile("Failed", failed > 0 ? ALARM : PLAIN, failed, "")
                        + tile("Skipped", PLAIN, tally.count(OutcomeKind.SKIPPED), "")
                        + archived(tally)
                        + tile("Unchanged", PLAIN, tally.equal(), "");
        String rate = tally.rate().equals("-") ? "" : " at " + tally.rate();
        return TOTALS.formatted(tiles, Amounts.time(report.started()), Amounts.duration(report.duration()), rate);
    }

    private static String archived(Totals tally) {
        long archived = tally.count(OutcomeKind.ARCHIVED);
        return archived == 0 ? "" : tile("Archived", PLAIN, archived, "");
    }

    private static String tile(String label, String color, long number, String below) {
        return TILE.formatted(label, color, Amounts.count(number), below);
    }
}
