package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.list.Lister;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.mirror.work.InHand;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

/** Of three tasks one waits in a queue, one is in hand, and one is nowhere. */
class LostMessageWatchTest {

    private final FakeRuns clouds = new FakeRuns();
    private final Run run = clouds.start("s3://a->cf://b");
    private final Lister lister = new Lister(clouds.runs(), (of, skipped) -> {}, 1);
    private final Hands hands = new Hands();
    private final List<Outcome> arrived = new CopyOnWriteArrayList<>();
    private final List<RangeMarker> markers = new CopyOnWriteArrayList<>();

    @Test
    void findsWhatIsNeitherQueuedNorInHand() throws Exception {
        CopyTask lost = claimed("lost");
        CopyTask queued = claimed("queued");
        CopyTask held = claimed("held");
        run.ranges().arrive(new RangeMarker(run.ranges().whole(), Ending.COMPLETE, "", 3, 3, 0));
        try (DefaultCamelContext camel = new DefaultCamelContext();
                InHand.Held<CopyTask> hand = hands.tasks().hold(held)) {
            prepare(camel);
            camel.start();
            camel.createProducerTemplate().sendBody("seda:queue", queued);
            try (LostMessageWatch watch = watch(camel)) {
                await().until(() -> !arrived.isEmpty());
                // further looks find nothing more
                await().pollDelay(Duration.ofMillis(100)).until(() -> arrived.size() == 1);
                assertThat(watch).isNotNull();
            }
            assertThat(hand).isNotNull();
        }

        assertThat(arrived).extracting(Outcome::sequence).containsExactly(lost.sequence());
        assertThat(arrived).extracting(Outcome::kind).containsExactly(OutcomeKind.FAILED);
    }

    /** Of four ranges one waits in a queue, one is being listed, one was never listed, and of one the marker is missing. */
    @Test
    void findsRangesThatAreNeitherQueuedNorListed() throws Exception {
        clouds.s3().bucket("a");
        clouds.cf().bucket("b");
        KeyRange listed = run.ranges().whole();
        KeyRange queued = run.ranges().cut(listed, "q", null);
        KeyRange neverListed = run.ranges().cut(listed, "n", "q");
        KeyRange unmarked = run.ranges().cut(listed, "m", "n");
        run.ranges().planned();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            prepare(camel);
            camel.start();
            camel.createProducerTemplate().sendBody("seda:ranges", queued);
            Exchange lists = new DefaultExchange(camel);
            new RouteLister(lister).open(listed, lists);
            Exchange done = new DefaultExchange(camel);
            new RouteLister(lister).open(unmarked, done);
            UnitOfWorkHelper.doneSynchronizations(
                    done, done.getExchangeExtension().handoverCompletions());
            try (LostMessageWatch watch = watch(camel)) {
                await().until(() -> markers.size() == 2);
                await().pollDelay(Duration.ofMillis(100)).until(() -> markers.size() == 2);
                assertThat(watch).isNotNull();
            }
            assertThat(lister.listed()).containsExactly(listed);
        }

        assertThat(markers).extracting(RangeMarker::range).containsExactlyInAnyOrder(neverListed, unmarked);
        assertThat(markers).extracting(RangeMarker::ending).containsOnly(Ending.FAILED);
    }

    private void prepare(DefaultCamelContext camel) throws Exception {
        camel.getPropertiesComponent().addInitialProperty("mirror.queue", "seda:queue");
        camel.getPropertiesComponent().addInitialProperty("mirror.ranges", "seda:ranges?size=5");
        camel.addRoutes(arrival());
    }

    private LostMessageWatch watch(DefaultCamelContext camel) {
        return new LostMessageWatch(camel, clouds.runs(), lister, hands, Duration.ofMillis(30));
    }

    private RouteBuilder arrival() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:mirror-outcome").process(exchange -> {
                    assertThat(exchange.getMessage().getHeader("MirrorRun")).isEqualTo(run.id());
                    Object body = exchange.getMessage().getBody();
                    if (body instanceof Outcome outcome && run.tasks().arrive(outcome)) {
                        arrived.add(outcome);
                    }
                    if (body instanceof RangeMarker marker && run.ranges().arrive(marker)) {
                        markers.add(marker);
                    }
                });
            }
        };
    }

    private CopyTask claimed(String key) {
        ObjectEntry entry = new ObjectEntry(key, 1, ETag.NONE, Instant.EPOCH, false);
        CopyTask task = Tasks.of(run, entry, Decision.COPY_MISSING);
        run.tasks().claim(task);
        return task;
    }
}
