package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.work.CopiesInHand;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

/** Of three tasks one waits in a queue, one is in hand, and one is nowhere. */
class LostTaskWatchTest {

    private final FakeRuns clouds = new FakeRuns();
    private final Run run = clouds.start("s3://a->cf://b");
    private final CopiesInHand inHand = new CopiesInHand();
    private final List<Outcome> arrived = new CopyOnWriteArrayList<>();

    @Test
    void findsWhatIsNeitherQueuedNorInHand() throws Exception {
        CopyTask lost = claimed("lost");
        CopyTask queued = claimed("queued");
        CopyTask held = claimed("held");
        run.progress().endRange();
        try (DefaultCamelContext camel = new DefaultCamelContext();
                CopiesInHand.Held hand = inHand.hold(new Copy(held, run.copies()))) {
            camel.addRoutes(arrival());
            camel.start();
            camel.createProducerTemplate().sendBody("seda:queue", queued);
            try (LostTaskWatch watch = new LostTaskWatch(
                    camel, clouds.runs(), inHand, camel.createProducerTemplate(), Duration.ofMillis(10))) {
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

    private RouteBuilder arrival() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:mirror-outcome").process(exchange -> {
                    Outcome outcome = exchange.getMessage().getBody(Outcome.class);
                    assertThat(exchange.getMessage().getHeader("MirrorRun")).isEqualTo(run.id());
                    if (run.tasks().arrive(outcome)) {
                        arrived.add(outcome);
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
