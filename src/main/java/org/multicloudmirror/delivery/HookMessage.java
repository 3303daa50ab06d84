package org.multicloudmirror.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.report.ConsoleSummary;

/**
 * What a user's hook is given: a map of plain values, which becomes JSON by {@code marshal: {json: {}}}, and of which a
 * route takes one by {@code ${body[text]}}; and the file with a line an object, where one is written.
 */
public final class HookMessage {

    private static final String REPORT = "CamelMirrorReport";
    private static final String REPORT_NAME = "CamelMirrorReportName";

    /** Turns a message whose body is a delivery into what hooks get. */
    public void compose(Exchange exchange) {
        Delivery delivery = exchange.getMessage().getBody(Delivery.class);
        Report report = delivery.report();
        exchange.getMessage().removeHeaders("*");
        delivery.runReport().lines().ifPresent(lines -> {
            exchange.getMessage().setHeader(REPORT, lines);
            exchange.getMessage().setHeader(REPORT_NAME, delivery.archiveName());
        });
        exchange.getMessage().setBody(fields(report));
    }

    /**
     * The routes that are hooks of a name: those that begin at {@code direct:NAME} or at {@code direct:NAME/} and anything
     * behind it.
     */
    public List<String> of(String name, Exchange exchange) {
        return exchange.getContext().getRoutes().stream()
                .map(route -> route.getEndpoint().getEndpointUri())
                .filter(uri -> uri.equals("direct://" + name) || uri.startsWith("direct://" + name + "/"))
                .sorted()
                .toList();
    }

    private static Map<String, Object> fields(Report report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", report.status().word());
        fields.put("started", report.started().toString());
        fields.put("seconds", report.duration().toMillis() / 1000.0);
        fields.put("text", ConsoleSummary.render(report));
        List<Map<String, Object>> scenarios =
                report.summaries().stream().map(HookMessage::fields).toList();
        fields.put("scenarios", scenarios);
        return fields;
    }

    private static Map<String, Object> fields(Summary summary) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", summary.runId());
        fields.put("scenario", summary.scenario().toString());
        fields.put("status", summary.status().word());
        fields.put("problem", summary.problem());
        fields.put("listed", summary.listed());
        fields.put("equal", summary.equal());
        fields.put("copied", summary.copied());
        fields.put("bytes", summary.copiedBytes());
        fields.put("updated", summary.count(OutcomeKind.UPDATED));
        fields.put("deleted", summary.count(OutcomeKind.DELETED));
        fields.put("skipped", summary.count(OutcomeKind.SKIPPED));
        fields.put("failed", summary.count(OutcomeKind.FAILED));
        return fields;
    }
}
