package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

/** The shipped routes when the bytes are the same and the metadata are not. */
class UpdateRoutesTest {

    private final Path directory;
    private final FakeStore source = new FakeStore();
    private final FakeStore destination = new FakeStore().bucket("b").holding(MetadataLimits.SWIFT);

    UpdateRoutesTest(@TempDir Path directory) {
        this.directory = directory;
        source.with("a", "k", FakeObject.of("text").metadata(user("colour_of_it", "red")));
        destination.with("b", "k", "text");
    }

    @Test
    void writesTheMetadataAlone() {
        Outcome outcome = outcome(run());

        assertThat(outcome.kind()).isEqualTo(OutcomeKind.UPDATED);
        assertThat(outcome.reason()).isEqualTo("other metadata");
        assertThat(outcome.attempts()).isEqualTo(1);
        assertRequests(1, 0);
        assertThat(destination.object("b", "k").info().metadata().user())
                .containsKeys("mirror-metadata-1", "mirror-source-etag");
        assertThat(run().count(OutcomeKind.EQUAL)).isEqualTo(1);
        assertRequests(1, 0);
    }

    @Test
    void copiesWhatTheStoreRefusesToUpdate() {
        destination.requests().fail(Operation.UPDATE, "k", 1, new CopyRefusedException("multipart", false));

        Outcome outcome = outcome(run());

        assertThat(outcome.kind()).isEqualTo(OutcomeKind.COPIED);
        assertThat(outcome.attempts()).isEqualTo(1);
        assertRequests(1, 1);
    }

    /** It goes between the inspection and the update; the source has it still. */
    @Test
    void copiesWhatIsGoneFromTheDestinationMeanwhile() {
        ETag tag = ETag.opaque("x-2");
        source.with("a", "k", FakeObject.of("text").etag(tag).metadata(user("colour", "red")));
        destination.with("b", "k", FakeObject.of("text").metadata(user("mirror-source-etag", "\"x-2\"")));
        ObjectLocation where = new ObjectLocation("cf", "b", "k");
        destination.requests().fail(Operation.HEAD, "k", 2, new ObjectGoneException(where, where + ": 404"));

        Outcome outcome = outcome(run());

        assertThat(outcome.kind()).isEqualTo(OutcomeKind.COPIED);
        assertRequests(0, 1);
    }

    /** The ETags are equal, and say so to whoever reads the report. */
    @Test
    void tellsTheMetadataAsTheReasonWhereTheEtagIsNoMd5() {
        ETag tag = ETag.opaque("x-2");
        source.with("a", "k", FakeObject.of("text").etag(tag).metadata(user("colour", "red")));
        destination.with("b", "k", FakeObject.of("text").etag(tag).metadata(user("mirror-source-etag", "\"x-2\"")));
        destination.requests().fail(Operation.UPDATE, "k", 1, new CopyRefusedException("multipart", false));

        Outcome outcome = outcome(run());

        assertThat(outcome.kind()).isEqualTo(OutcomeKind.COPIED);
        assertThat(outcome.reason()).isEqualTo("other metadata");
    }

    @Test
    void triesAgainWhatMayPass() {
        destination.requests().fail(Operation.UPDATE, "k", 1, new TransientStoreException("503"));

        Outcome outcome = outcome(run());

        assertThat(outcome.kind()).isEqualTo(OutcomeKind.UPDATED);
        assertThat(outcome.attempts()).isEqualTo(2);
        assertRequests(2, 0);
    }

    @Test
    void tellsInADryRunWhatItWouldWrite() {
        Summary summary = new RoutesUnderTest(directory, source, destination).run(RunMode.DRY_RUN, Compare.METADATA);

        assertThat(outcome(summary).kind()).isEqualTo(OutcomeKind.WOULD_UPDATE);
        assertRequests(0, 0);
    }

    private Summary run() {
        return new RoutesUnderTest(directory, source, destination).run(RunMode.MIRROR, Compare.METADATA);
    }

    private void assertRequests(int updates, int puts) {
        assertThat(destination.requests().count(Operation.UPDATE)).isEqualTo(updates);
        assertThat(destination.requests().count(Operation.PUT)).isEqualTo(puts);
    }

    private static Outcome outcome(Summary summary) {
        for (OutcomeKind kind : OutcomeKind.values()) {
            if (!summary.sample(kind).isEmpty()) {
                return summary.sample(kind).get(0);
            }
        }
        throw new AssertionError(summary);
    }

    private static ObjectMetadata user(String name, String value) {
        return ObjectMetadata.EMPTY.withUser(Map.of(name, value));
    }
}
