package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PageRetry;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

/** The shipped routes between two stores of one service, which copies by itself. */
class ServerCopyRoutesTest {

    private static final Retry RETRY = new Retry(4, 4, Duration.ZERO);

    private final Path directory;
    private final FakeStore source = new FakeStore();
    private final FakeStore destination = new FakeStore().copiesOnServer(source).bucket("b");

    ServerCopyRoutesTest(@TempDir Path directory) {
        this.directory = directory;
        source.copiesOnServer(source);
    }

    @Test
    void copiesWithoutReading() {
        ObjectMetadata metadata =
                new ObjectMetadata(Map.of(ContentHeader.CONTENT_TYPE, "text/plain"), Map.of("owner", "me"));
        FakeObject text = FakeObject.of("text").metadata(metadata);
        source.with("a", "k", text).with("a", "empty", "");

        Summary summary = run();

        assertRequests(0, 2);
        assertThat(source.requests().count(Operation.HEAD)).isEqualTo(2);
        assertThat(destination.object("b", "k").text()).isEqualTo("text");
        assertThat(destination.object("b", "k").info().metadata())
                .isEqualTo(metadata.withUser(Map.of(
                        "owner", "me",
                        "mirror-source-etag", text.info().etag().value(),
                        "mirror-source-modified", text.info().lastModified().toString())));
        assertThat(summary.bytes()).isEqualTo(4);
        assertThat(summary.sample(OutcomeKind.COPIED))
                .extracting(Outcome::key, Outcome::size, Outcome::attempts)
                .containsExactlyInAnyOrder(tuple("k", 4L, 1), tuple("empty", 0L, 1));
    }

    @Test
    void copiesNothingTwice() {
        source.with("a", "k", "text");
        run();

        assertThat(run().equal()).isEqualTo(1);
        assertRequests(0, 1);
    }

    @Test
    void readsWhatNothingWouldProve() {
        source.with("a", "parts", FakeObject.of("1").etag(ETag.opaque("x-2")))
                .with("a", "listed otherwise", FakeObject.of("2").etag(ETag.opaque("y")));
        FakeObject misleading = source.object("a", "listed otherwise");
        misleading.listedAs(1, FakeObject.md5(new byte[] {'2'}), false);

        assertThat(run().count(OutcomeKind.COPIED)).isEqualTo(2);

        assertRequests(2, 0);
        assertThat(source.requests().count(Operation.HEAD, "parts")).isZero();
    }

    @Test
    void asksNoMoreOnceTheServerRefuses() {
        source.with("a", "1", "1").with("a", "2", "2").with("a", "3", "3").with("a", "4", "4");
        source.with("a", "5", "5").with("a", "6", "6").with("a", "7", "7").with("a", "8", "8");
        for (int key = 1; key <= 8; key++) {
            destination
                    .requests()
                    .failAlways(Operation.COPY, Integer.toString(key), new CopyRefusedException("403", true));
        }

        Summary summary = run();

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(source.requests().count(Operation.GET)).isEqualTo(8);
        assertThat(destination.requests().count(Operation.COPY))
                .as("those of the three workers that were under way")
                .isBetween(1, 3);
        assertThat(summary.sample(OutcomeKind.COPIED))
                .extracting(Outcome::attempts)
                .containsOnly(1);
    }

    @Test
    void asksAgainAfterOneObjectWasRefused() {
        source.with("a", "1", "1").with("a", "2", "2");
        destination.requests().failAlways(Operation.COPY, "1", new CopyRefusedException("400", false));

        assertThat(run().count(OutcomeKind.COPIED)).isEqualTo(2);

        assertRequests(1, 2);
    }

    @Test
    void readsWhatFailedOnTheServerOrCameOutWrong() {
        source.with("a", "busy", "1").with("a", "wrong", "2");
        destination
                .requests()
                .failAlways(Operation.COPY, "busy", new TransientStoreException("503"))
                .failAlways(Operation.COPY, "wrong", new CorruptCopyException("another ETag"));

        Summary summary = run();

        assertThat(summary.sample(OutcomeKind.COPIED))
                .extracting(Outcome::key, Outcome::attempts)
                .containsExactlyInAnyOrder(tuple("busy", 2), tuple("wrong", 2));
        assertRequests(2, 2);
    }

    @Test
    void triesAgainWhatFailsAfterARefusal() {
        source.with("a", "k", "text");
        destination.requests().failAlways(Operation.COPY, "k", new CopyRefusedException("403", true));
        source.requests().breakOff("k", 1, 2);

        assertThat(run().sample(OutcomeKind.COPIED))
                .extracting(Outcome::attempts)
                .containsExactly(2);
        assertThat(destination.object("b", "k").text()).isEqualTo("text");
    }

    @Test
    void namesWhatIsArchived() {
        source.with("a", "cold", "1");
        destination.requests().failAlways(Operation.COPY, "cold", new ArchivedException("cf://b/cold", "GLACIER"));

        Summary summary = run();

        assertThat(summary.sample(OutcomeKind.ARCHIVED))
                .extracting(Outcome::attempts)
                .containsExactly(1);
        assertRequests(0, 1);
    }

    private Summary run() {
        return new RoutesUnderTest(directory, new PageRetry(source, RETRY), new PageRetry(destination, RETRY))
                .run(false);
    }

    private void assertRequests(int read, int onServer) {
        assertThat(source.requests().count(Operation.GET)).isEqualTo(read);
        assertThat(destination.requests().count(Operation.PUT)).isEqualTo(read);
        assertThat(destination.requests().count(Operation.COPY)).isEqualTo(onServer);
    }
}
