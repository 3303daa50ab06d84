package org.multicloudmirror.mirror.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.FailureClass;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.mirror.work.InHand;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

class OutcomesTest {

    private static final ETag ETAG = ETag.opaque("x-2");

    private final FakeRuns clouds = new FakeRuns();
    private final Run run = clouds.start("s3://b->cf://c");
    private final InHand<CopyTask> inHand = new InHand<>();
    private final Outcomes outcomes = new Outcomes(inHand);

    @ParameterizedTest
    @CsvSource({
        "COPY, COPIED, missing at the destination",
        "WOULD_COPY, WOULD_COPY, missing at the destination",
        "EQUAL, EQUAL, ''",
        "MISSING, MISSING, missing at the destination",
        "DIFFERENT, DIFFERENT, missing at the destination",
        "COPY_FOR_METADATA, COPIED, other metadata",
        "OTHER_METADATA, DIFFERENT, other metadata",
        "UNVERIFIABLE, UNVERIFIABLE, 'equal sizes, and ETags that prove nothing'",
        "LEFT, LEFT, larger than --max-transfer by itself",
        "DROPPED, INTERRUPTED, interrupted before it was copied"
    })
    void endsEachVerdict(Verdict verdict, OutcomeKind kind, String reason) {
        assertOutcome(outcomes.of(claimed(Decision.COPY_MISSING), verdict, null), kind, reason);
    }

    /** Its route has ended by then, and would be taken for idle. */
    @Test
    void hasItInHandWhileTheSourceIsAskedAgain() {
        List<Boolean> seen = new ArrayList<>();
        Copy copy = claimed(Decision.COPY_MISSING);
        clouds.s3().bucket("b").requests().before(Operation.LIST, "b", () -> seen.add(!inHand.isEmpty()));

        outcomes.of(copy, Verdict.COPY, gone("s3", "b"));

        assertThat(seen).containsOnly(true).isNotEmpty();
        assertThat(inHand.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"COPY_MISSING, missing at the destination", "COPY_SIZE, another size", "INSPECT, another ETag"})
    void tellsWhyItWasCopied(Decision decision, String reason) {
        assertOutcome(outcomes.of(claimed(decision), Verdict.COPY, null), OutcomeKind.COPIED, reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void countsAttempts(int attempts) {
        Copy copy = claimed(Decision.COPY_MISSING);
        for (int i = 0; i < attempts; i++) {
            copy.attempt();
        }

        assertThat(outcomes.of(copy, Verdict.COPY, new TransientStoreException("503"))
                        .attempts())
                .isEqualTo(attempts);
    }

    @Test
    void tellsWhatKindOfReasonItFailedFor() {
        Exception wrapped = new IllegalStateException("wrapped", new TransientStoreException("cf://c/k: 503"));

        assertThat(outcomes.of(claimed(Decision.COPY_MISSING), Verdict.COPY, wrapped)
                        .failure())
                .isEqualTo(FailureClass.TRANSIENT);
        assertThat(outcomes.of(claimed(Decision.COPY_MISSING), Verdict.COPY, null)
                        .failure())
                .isNull();
    }

    @Test
    void tellsWhyItFailed() {
        Exception wrapped = new IllegalStateException("wrapped", new TransientStoreException("cf://c/k: 503"));

        assertOutcome(
                outcomes.of(claimed(Decision.COPY_MISSING), Verdict.COPY, wrapped),
                OutcomeKind.FAILED,
                "cf://c/k: 503");
        assertOutcome(
                outcomes.of(claimed(Decision.COPY_MISSING), Verdict.COPY, new IllegalStateException("two\n lines")),
                OutcomeKind.FAILED,
                "two lines");
    }

    @Test
    void failsWhenItsVerdictIsNotKnown() {
        assertOutcome(
                outcomes.of(claimed(Decision.INSPECT), null, new TransientStoreException("503")),
                OutcomeKind.FAILED,
                "503");
        assertOutcome(
                outcomes.of(claimed(Decision.INSPECT), null, null),
                OutcomeKind.FAILED,
                "the copy route ended without a verdict");
    }

    @Test
    void tellsWhatIsGone() {
        clouds.s3().bucket("b");

        assertOutcome(
                outcomes.of(claimed(Decision.COPY_MISSING), Verdict.COPY, gone("s3", "b")),
                OutcomeKind.GONE,
                "no longer at the source");
    }

    /** Only the source's own object is gone; whatever else is not found is a copy that failed. */
    @ParameterizedTest
    @CsvSource({"cf, c", "s3, c", "cf, b"})
    void failsWhenSomethingElseIsNotFound(String store, String bucket) {
        assertOutcome(
                outcomes.of(claimed(Decision.COPY_MISSING), Verdict.COPY, gone(store, bucket)),
                OutcomeKind.FAILED,
                store + "://" + bucket + "/k: 404");
        assertOutcome(
                outcomes.of(claimed(Decision.COPY_MISSING), Verdict.COPY, new NotFoundException("cf://c/k: 404")),
                OutcomeKind.FAILED,
                "cf://c/k: 404");
    }

    @ParameterizedTest
    @CsvSource({
        "k, false, FAILED, 's3://b/k: the listing names it, and'",
        "k, true, GONE, no longer at the source; its listing still names it",
        "a//k, true, FAILED, 's3://b/a//k: the listing names it, and'",
    })
    void isNotGoneWhileItIsListed(String key, boolean listsLate, OutcomeKind kind, String reason) {
        clouds.s3().with("b", key, "text").hiding(key).listsLate(listsLate);
        Copy copy = Tasks.copy(
                run, new ObjectEntry(key, 4, ETag.opaque("x-2"), Instant.EPOCH, false), Decision.COPY_MISSING);

        Outcome outcome = outcomes.of(
                copy, Verdict.COPY, new ObjectGoneException(copy.task().source(), "404"));

        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.reason()).startsWith(reason);
    }

    @Test
    void isNotGoneWhenNothingTellsThatItIs() {
        clouds.s3().bucket("b");
        clouds.s3().requests().failAlways(Operation.LIST, "b", new AccessDeniedException("s3://b: 403"));

        assertOutcome(
                outcomes.of(claimed(Decision.COPY_MISSING), Verdict.COPY, gone("s3", "b")),
                OutcomeKind.FAILED,
                "the source answers 404, and does not tell whether it still lists it: s3://b: 403");
    }

    /** What it could not look at it does not vouch for. */
    @Test
    void aCheckVerifiesNothingThatItCannotRead() {
        clouds.s3().bucket("b");
        Run check = clouds.start("s3://b->cf://c", FakeRuns.options(RunMode.CHECK, Compare.CONTENT));
        for (Exception failure : List.of(
                gone("s3", "b"), new ArchivedException("s3://b/k", ""), new AccessDeniedException("s3://b/k: 403"))) {
            Copy copy = Tasks.copy(
                    check, new ObjectEntry("k", 4, ETag.NONE, Instant.EPOCH, false), Decision.INSPECT_CONTENT);

            Outcome outcome = outcomes.of(copy, null, failure);

            assertThat(outcome.kind()).isEqualTo(OutcomeKind.UNVERIFIABLE);
            assertThat(outcome.reason()).isNotEmpty();
        }
    }

    private static ObjectGoneException gone(String store, String bucket) {
        ObjectLocation where = new ObjectLocation(store, bucket, "k");
        return new ObjectGoneException(where, where + ": 404");
    }

    @Test
    void tellsWhatIsArchived() {
        assertOutcome(
                outcomes.of(claimed(Decision.COPY_MISSING), Verdict.COPY, new ArchivedException("s3://b/k", "GLACIER")),
                OutcomeKind.ARCHIVED,
                "archived (GLACIER): restore it first; it is copied by a run after that");
        assertOutcome(
                outcomes.of(claimed(Decision.COPY_MISSING), Verdict.COPY, new ArchivedException("s3://b/k", "")),
                OutcomeKind.ARCHIVED,
                "archived: restore it first; it is copied by a run after that");
    }

    @Test
    void measuresWhatWasReadWhereItWasCopied() {
        Copy copy = claimed(Decision.COPY_MISSING);
        copy.resize(4000);

        assertThat(outcomes.of(copy, Verdict.COPY, null).size()).isEqualTo(4000);
    }

    /** A step of the routes was left out, or failed without a word. */
    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"COPY", "COPY_FOR_METADATA", "UPDATE"})
    void failsWhatNobodySaidToHaveArrived(Verdict verdict) {
        Copy copy = claimed(Decision.COPY_MISSING);
        copy.attempt();

        assertOutcome(
                outcomes.of(copy, verdict, null),
                OutcomeKind.FAILED,
                1,
                "the copy route ended without a proof that it arrived");
    }

    @Test
    void countsNothingItself() {
        Copy copy = claimed(Decision.COPY_MISSING);
        run.tasks().claim(copy.task());

        Outcome outcome = outcomes.of(copy, Verdict.COPY, null);

        assertThat(outcome.sequence()).isEqualTo(copy.task().sequence());
        assertThat(run.progress().finished()).isZero();
    }

    private Copy claimed(Decision decision) {
        Copy copy = unproven(decision);
        copy.prove(new Evidence(ETag.NONE, Proof.SENT));
        return copy;
    }

    private Copy unproven(Decision decision) {
        return Tasks.copy(run, new ObjectEntry("k", 10, ETAG, Instant.EPOCH, false), decision);
    }

    private void assertOutcome(Outcome actual, OutcomeKind kind, String reason) {
        assertOutcome(actual, kind, 0, reason);
    }

    private void assertOutcome(Outcome actual, OutcomeKind kind, int attempts, String reason) {
        assertThat(actual)
                .usingRecursiveComparison()
                .ignoringFields("duration", "sequence", "evidence", "failure")
                .isEqualTo(new Outcome(run.id(), "k", 10, ETAG, kind, attempts, reason, Duration.ZERO, Evidence.NONE));
    }
}
