package org.multicloudmirror.report;

import java.util.stream.Collectors;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Outcome;

/** One scenario in the HTML mail: a card with its status, its numbers and its lists of objects. */
final class ScenarioHtml {

    private static final String CARD = """
            <tr><td style="height:16px;line-height:16px;font-size:0">&nbsp;</td></tr>
            <tr><td style="background:#ffffff;border-radius:8px;padding:16px 24px">
            <div style="%s;font-size:15px;font-weight:bold;%s">%s</div>
            <div style="margin-top:6px"><span style="display:inline-block;border-radius:4px;padding:1px 8px;\
            background:%s;color:#ffffff;font-size:12px;font-weight:bold">%s</span></div>
            %s<div style="margin-top:8px">%s</div>
            %s%s</td></tr>
            """;

    private static final String PROBLEM = """
            <div style="margin-top:8px;border-left:4px solid #b42318;background:#fef3f2;padding:8px 12px;\
            overflow-wrap:anywhere">%s</div>
            """;

    private static final String NOTE = """
            <div style="margin-top:8px;color:#475467;overflow-wrap:anywhere">Note: %s</div>
            """;

    private static final String LIST = """
            <div style="margin-top:16px;font-weight:bold">%s</div>
            <table width="100%%" cellpadding="0" cellspacing="0" \
            style="table-layout:fixed;margin-top:4px;font-size:13px;line-height:18px">
            %s</table>
            """;

    private static final String OBJECT = """
            <tr style="vertical-align:top"><td style="padding:5px 12px 5px 0;border-top:1px solid #eaecf0">\
            <span style="%s;%s">%s</span>%s</td>
            <td width="100" align="right" style="width:100px;padding:5px 0;border-top:1px solid #eaecf0">%s</td></tr>
            """;

    private static final String REASON = """
            <div style="color:#475467;overflow-wrap:anywhere">%s</div>""";

    private static final String REST = """
            <tr><td colspan="2" style="padding:5px 0;border-top:1px solid #eaecf0;color:#475467">%s</td></tr>
            """;

    private ScenarioHtml() {}

    /** Two rows of the page's table: a gap and the card. */
    static String render(Summary summary) {
        String problem = summary.problem().isEmpty() ? "" : PROBLEM.formatted(Html.text(summary.problem()));
        String notes = summary.notes().stream()
                .map(note -> NOTE.formatted(Html.text(note)))
                .collect(Collectors.joining());
        String lists = OutcomeList.of(summary).map(ScenarioHtml::list).collect(Collectors.joining());
        return CARD.formatted(
                Html.MONOSPACE,
                Html.WRAP,
                Html.text(summary.scenario().toString()),
                Html.color(summary.status()),
                StatusWords.headline(summary.status()),
                problem,
                CountsLine.of(Totals.of(summary)),
                notes,
                lists);
    }

    private static String list(OutcomeList list) {
        String objects = list.shown().stream().map(ScenarioHtml::object).collect(Collectors.joining());
        return LIST.formatted(list.title(), objects + (list.rest().isEmpty() ? "" : REST.formatted(list.rest())));
    }

    private static String object(Outcome outcome) {
        return OBJECT.formatted(
                Html.MONOSPACE,
                Html.WRAP,
                Html.text(outcome.key()),
                outcome.reason().isEmpty() ? "" : REASON.formatted(Html.text(outcome.reason())),
                OutcomeList.measure(outcome).replace(", ", "<br>"));
    }
}
