package org.multicloudmirror.runner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.ExchangeHelper;
import org.multicloudmirror.mirror.run.Summary;

/**
 * Starts a run. What headers say goes before what the URI says. Where neither names a scenario the body does: as text, or as
 * a map, such as a row of a CSV file, that has the scenario and options by their names.
 */
final class MirrorProducer extends DefaultProducer {

    /** The bean that has the {@link RunStarter} as soon as the program is up. */
    static final String STARTER = "runStarter";

    /** What spreadsheets begin a CSV file with. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final MirrorEndpoint endpoint;

    MirrorProducer(MirrorEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        GivenOptions options = headers(message).or(endpoint.options());
        if (options.scenario().isEmpty()) {
            options = options.or(body(message));
        }
        if (options.scenario().isEmpty()) {
            throw new IllegalArgumentException(endpoint.name()
                    + " has no scenario; write ?scenario=s3://bucket->cf://container, or set the header "
                    + MirrorConstants.SCENARIO + ", or the body: text, or a map with the name scenario in it");
        }
        Summary summary = starter()
                .run(new RunRequest(
                        options.scenario(),
                        endpoint.mode(),
                        options.settings(),
                        exchange.getProperty(MirrorConstants.IN_HOOK) == null,
                        endpoint.name(),
                        routeOf(exchange)));
        // what was said of this run is said of no other
        message.removeHeader(MirrorConstants.SCENARIO);
        message.removeHeaders(MirrorConstants.OPTION + "*");
        message.setBody(summary);
        message.setHeader(MirrorConstants.STATUS, summary.status().word());
    }

    /** The route that has the step, and not the one whose message it was first. */
    private static String routeOf(Exchange exchange) {
        String id = ExchangeHelper.getAtRouteId(exchange);
        return id == null ? "" : id;
    }

    private RunStarter starter() throws Exception {
        Future<?> starter = CamelContextHelper.mandatoryLookup(endpoint.getCamelContext(), STARTER, Future.class);
        return (RunStarter) starter.get();
    }

    private static GivenOptions headers(Message message) {
        Map<String, String> texts = new LinkedHashMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (name.startsWith(MirrorConstants.OPTION) && value != null) {
                texts.put(name.substring(MirrorConstants.OPTION.length()), value.toString());
            }
        });
        String scenario = message.getHeader(MirrorConstants.SCENARIO, "", String.class);
        texts.put("scenario", scenario.strip());
        return new GivenOptions(texts);
    }

    private static GivenOptions body(Message message) {
        Map<String, String> texts = new LinkedHashMap<>();
        Object body = message.getBody();
        if (body instanceof Map<?, ?> row) {
            row.forEach((name, value) -> texts.put(
                    name.toString().replace(BYTE_ORDER_MARK, "").strip(),
                    value == null ? "" : value.toString().strip()));
        } else if (body != null && !(body instanceof Summary)) {
            String text = message.getBody(String.class);
            texts.put("scenario", text == null ? "" : text.strip());
        }
        return new GivenOptions(texts);
    }
}
