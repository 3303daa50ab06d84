package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.testing.FakeRuns;

class DestinationRepositoryTest {

    private final FakeRuns clouds = new FakeRuns();
    private final Run run = clouds.start("s3://src->cf://dst");
    private final DestinationRepository repository = new DestinationRepository(clouds.runs());

    @Test
    void takesEachKeyOfARunOnce() throws IOException {
        assertThat(add(run, "k", Decision.COPY_MISSING)).isTrue();
        assertThat(add(run, "k", Decision.COPY_MISSING)).isFalse();
        assertThat(add(run, "other", Decision.INSPECT)).isTrue();
        assertThat(run.tasks().queued(run.ranges().whole())).isEqualTo(2);
    }

    @Test
    void keepsRunsApart() throws IOException {
        Run other = clouds.start("s3://src->cf://dst2");

        assertThat(add(run, "k", Decision.COPY_MISSING)).isTrue();
        assertThat(add(other, "k", Decision.COPY_MISSING)).isTrue();
    }

    @Test
    void hasNoAnswerWithoutTheMessage() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> repository.add("k"))
                .withMessage("the decision is in the message, not in the key");
    }

    private boolean add(Run of, String key, Decision decision) throws IOException {
        ObjectEntry entry = new ObjectEntry(key, 1, ETag.NONE, Instant.EPOCH, false);
        CopyTask task = new CopyTask(
                of.ranges().whole(),
                of.tasks().nextSequence(),
                entry,
                new ObjectLocation("s3", "src", key),
                new ObjectLocation("cf", "dst", key),
                decision,
                null,
                decision.reason());
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(task);
            return repository.add(exchange, key);
        }
    }
}
