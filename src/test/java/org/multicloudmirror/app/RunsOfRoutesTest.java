package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

/** Routes of a user's own file, which start runs and are told of them. */
class RunsOfRoutesTest {

    private static final String ROUTES = """
            - route:
                id: hand
                from:
                  uri: direct:hand
                  steps:
                    - to: "mirror:run?scenario=RAW(s3://a->cf://b)&filters=RAW(- **.tmp)"
            - route:
                id: text
                from:
                  uri: direct:text
                  steps:
                    - to: mirror:run
            - route:
                id: two
                from:
                  uri: direct:two
                  steps:
                    - to: mirror:run
                    - to: mirror:run?scenario=RAW(s3://a->cf://b)
            - route:
                id: again
                from:
                  uri: direct:again
                  steps:
                    - to: mirror:run
                    - to: mirror:run
            - route:
                id: check
                from:
                  uri: direct:check
                  steps:
                    - to: mirror:check
            - route:
                id: dry
                from:
                  uri: direct:dry
                  steps:
                    - to: mirror:dry-run
            - route:
                id: csv
                from:
                  uri: direct:csv
                  steps:
                    - unmarshal:
                        csv:
                          useMaps: true
                    - split:
                        simple: "${body}"
                        steps:
                          - to: mirror:run
            - route:
                id: by-itself
                from:
                  uri: timer:nightly
                  steps:
                    - to: mirror:run?scenario=RAW(s3://a->cf://b)
            - route:
                id: mine-after
                from:
                  uri: direct:after-run/mine
                  steps:
                    - to: direct:told
                    - setHeader:
                        name: CamelMirrorScenario
                        constant: s3://hook->cf://hook
                    - to: mirror:run
            - route:
                id: mine-beside
                from:
                  uri: direct:after-run
                  steps:
                    - to: direct:told-beside
            - route:
                id: mine-failed
                from:
                  uri: direct:on-failure
                  steps:
                    - to: direct:told-of-failure
            """;

    private final OwnRoutes own;
    private final FakeStore source;
    private final FakeStore destination;
    private final ProducerTemplate producer;
    private final List<Map<?, ?>> told = new CopyOnWriteArrayList<>();
    private final List<Map<?, ?>> toldBeside = new CopyOnWriteArrayList<>();
    private final List<Map<?, ?>> toldOfFailure = new CopyOnWriteArrayList<>();
    private Processor afterRun = keeping(told);

    RunsOfRoutesTest(@TempDir Path home) throws Exception {
        own = new OwnRoutes(home).with("mine.camel.yaml", ROUTES).start(false);
        source = own.s3();
        destination = own.cf();
        producer = own.producer();
        own.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:told").process(exchange -> afterRun.process(exchange));
                from("direct:told-beside").process(keeping(toldBeside));
                from("direct:told-of-failure").process(keeping(toldOfFailure));
            }
        });
        source.with("a", "one", "1").with("a", "two.tmp", "2").with("a", "${body}", "3");
        source.with("hook", "h", "h");
        destination.bucket("b");
    }

    private static Processor keeping(List<Map<?, ?>> bodies) {
        return exchange -> bodies.add(exchange.getMessage().getBody(Map.class));
    }

    @AfterEach
    void end() {
        own.close();
    }

    @Test
    void aRunHasSettingsOfItsOwnAndItsSummaryIsTheReply() {
        Exchange done =
                producer.send("direct:hand", exchange -> exchange.getMessage().setBody("whatever"));

        Summary summary = done.getMessage().getBody(Summary.class);
        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(done.getMessage().getHeader("CamelMirrorStatus")).isEqualTo("ok");
        assertThat(destination.objects("b")).containsOnlyKeys("one", "${body}");
    }

    @Test
    void theBodyMayBeTheScenario() {
        producer.sendBody("direct:text", " s3://a->cf://b/copy/\n");

        assertThat(destination.objects("b")).containsOnlyKeys("copy/one", "copy/two.tmp", "copy/${body}");
    }

    @Test
    void headersGoBeforeAllElse() {
        producer.send("direct:text", exchange -> {
            exchange.getMessage().setBody("s3://a->cf://b");
            exchange.getMessage().setHeader("CamelMirrorScenario", "s3://a->cf://c");
            exchange.getMessage().setHeader("CamelMirrorOption.filters", "+ one");
        });

        assertThat(destination.objects("b")).isEmpty();
        assertThat(destination.objects("c")).containsOnlyKeys("one");
    }

    @Test
    void whatWasSaidOfARunIsSaidOfNoOther() {
        producer.send("direct:two", exchange -> {
            exchange.getMessage().setHeader("CamelMirrorScenario", "s3://a->cf://c");
            exchange.getMessage().setHeader("CamelMirrorOption.filters", "+ one");
        });

        assertThat(destination.objects("c")).containsOnlyKeys("one");
        assertThat(destination.objects("b")).containsOnlyKeys("one", "two.tmp", "${body}");
    }

    @Test
    void aSummaryIsNoScenario() {
        Exchange failed =
                producer.send("direct:again", exchange -> exchange.getMessage().setBody("s3://a->cf://b"));

        assertThat(failed.getException()).hasMessageStartingWith("mirror:run has no scenario; write ");
    }

    @Test
    void aRowOfACsvFileIsARun() {
        source.with("a", "x/1", "1").with("a", "y/1.tmp", "1").with("a", "y/2", "2");

        producer.sendBody(
                "direct:csv", "\uFEFFscenario,filters\ns3://a/x/->cf://b/x/,\ns3://a/y/->cf://b/y/,- **.tmp\n");

        assertThat(destination.objects("b")).containsOnlyKeys("x/1", "y/2");
    }

    @Test
    void aCheckAndADryRunWriteNothing() {
        Exchange check =
                producer.send("direct:check", exchange -> exchange.getMessage().setBody("s3://a->cf://b"));
        Exchange dry =
                producer.send("direct:dry", exchange -> exchange.getMessage().setBody("s3://a->cf://b"));

        assertThat(check.getMessage().getHeader("CamelMirrorStatus")).isEqualTo("different");
        assertThat(dry.getMessage().getHeader("CamelMirrorStatus")).isEqualTo("ok");
        assertThat(destination.objects("b")).isEmpty();
        // a check is not told of
        await().untilAsserted(() -> assertThat(told).hasSize(1));
    }

    @Test
    void namesWhatCannotBeUsed() {
        assertThat(failure("s3://a", Map.of())).contains("\"s3://a\"").contains("->");
        assertThat(failure("s3://a->cf://b", Map.of("CamelMirrorOption.max-sise", "1")))
                .isEqualTo("mirror:run sets \"max-sise\", which no run has of its own; write one of"
                        + " allow-empty-source, backup-prefix, bandwidth, compare, delete, files-from, filters, from, lease,"
                        + " mail, max-age, max-delete, max-duration, max-transfer, maxsize, min-age, min-size, min-sync,"
                        + " no-create, not-between, ping, process, report-dir, requests-per-second, storage-class, subject,"
                        + " to, webhook");
        assertThat(failure("s3://a->cf://b", Map.of("CamelMirrorOption.maxsize", "many")))
                .startsWith("maxsize (of mirror:run) is \"many\"; write a size");
        assertThat(failure("", Map.of())).startsWith("mirror:run has no scenario; write ");
    }

    private String failure(String scenario, Map<String, Object> headers) {
        Exchange failed = producer.send("direct:text", exchange -> {
            exchange.getMessage().setBody(scenario);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
        assertThat(failed.getException()).isNotNull();
        return String.valueOf(failed.getException().getMessage());
    }

    @Test
    void hooksAreToldOnceAndOfFailuresAsWell() {
        source.requests().failAlways(Operation.GET, "one", new TransientStoreException("503"));

        producer.sendBody("direct:text", "s3://a->cf://b");

        await().untilAsserted(() -> assertThat(toldOfFailure).hasSize(1));
        // the run that the hook starts calls no hook
        assertThat(destination.objects("hook")).containsOnlyKeys("h");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).get("status")).isEqualTo("some-failed");
        assertThat((String) told.get(0).get("text")).contains("s3://a->cf://b");
        assertThat(told.get(0).toString()).contains("copied=2,").contains("failed=1}");
        assertThat(toldOfFailure).hasSize(1);
    }

    /** It is logged, and neither the run nor the other hook suffers. */
    @Test
    void aHookThatFailsHurtsNobody() {
        source.requests().failAlways(Operation.GET, "one", new TransientStoreException("503"));
        afterRun = exchange -> {
            throw new IllegalStateException("the hook's own");
        };

        Exchange done =
                producer.send("direct:text", exchange -> exchange.getMessage().setBody("s3://a->cf://b"));

        await().untilAsserted(() -> assertThat(toldOfFailure).hasSize(1));
        assertThat(done.getException()).isNull();
        assertThat(toldBeside).hasSize(1);
        assertThat(done.getMessage().getHeader("CamelMirrorStatus")).isEqualTo("some-failed");
        assertThat(toldOfFailure).hasSize(1);
    }

    /** A single run is no service: what begins by itself waits for serve. */
    @Test
    void whatBeginsByItselfDoesNotStart() {
        assertThat(own.context().getRouteController().getRouteStatus("by-itself"))
                .isEqualTo(ServiceStatus.Stopped);
        assertThat(own.context().getRouteController().getRouteStatus("hand")).isEqualTo(ServiceStatus.Started);
    }
}
