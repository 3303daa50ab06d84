package org.multicloudmirror.mirror.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

/** What a store's answer to a completed upload proves, and what its object does where the answer proves nothing. */
class WholeProofTest {

    private static final String RIGHT = "0123456789abcdef0123456789abcdef-2";
    private static final String OTHER = "ffffffffffffffffffffffffffffffff-2";
    private static final ETag SOURCE = FakeObject.md5(new byte[] {1});
    private static final ETag BEFORE = ETag.opaque("before");

    private final FakeStore store = new FakeStore();

    /** As the parsers of the drivers leave them. */
    @ParameterizedTest
    @ValueSource(strings = {RIGHT, "0123456789ABCDEF0123456789ABCDEF-2"})
    void aTagThatFollowsFromThePartsNeedsNoFurtherRequest(String tag) {
        assertThat(proven(ETag.opaque(tag), true)).isEqualTo(new Evidence(ETag.opaque(tag), Proof.MD5));
        assertThat(store.requests().count(Operation.HEAD, "k")).isZero();
    }

    @Test
    void soDoesTheMd5OfTheWhole() {
        assertThat(proven(SOURCE, true).proof()).isEqualTo(Proof.MD5);
        assertThat(store.requests().count(Operation.HEAD, "k")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "odd", OTHER})
    void theObjectTellsWhereTheAnswerDoesNot(String answer) {
        hold(RIGHT, 4);

        assertThat(proven(ETag.opaque(answer), true)).isEqualTo(new Evidence(ETag.opaque(RIGHT), Proof.MD5));
        assertThat(store.requests().count(Operation.HEAD, "k")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "odd, true", "odd, false", OTHER + ", false"})
    void isBelievedForItsPartsWhereTheObjectTellsNothingEither(String held, boolean isTold) {
        hold(held, 4);

        assertThat(proven(ETag.opaque(""), isTold)).isEqualTo(new Evidence(ETag.opaque(held), Proof.EACH_PART));
    }

    @Test
    void isACorruptCopyWhereTheTagFollowsFromOtherParts() {
        hold(OTHER, 4);

        assertThatThrownBy(() -> proven(ETag.opaque(""), true))
                .isInstanceOf(CorruptCopyException.class)
                .hasMessage(
                        "s3://b/k: the store answers with ETag " + OTHER + ", from the parts sent follows " + RIGHT);
    }

    @Test
    void isACorruptCopyWhereTheSizeIsAnother() {
        hold("", 3);

        assertThatThrownBy(() -> proven(ETag.opaque(""), true))
                .isInstanceOf(CorruptCopyException.class)
                .hasMessage("s3://b/k: the store holds 3 bytes of the 4 sent");
    }

    @Test
    void isNotTakenForWhatWasThereBefore() {
        hold(BEFORE.value(), 4);

        assertThatThrownBy(() -> proven(ETag.opaque(""), true)).isInstanceOf(TransientStoreException.class);
    }

    @Test
    void failsWhereTheObjectCannotBeAskedFor() {
        store.requests().failAlways(Operation.HEAD, "k", new AccessDeniedException("denied"));

        assertThatThrownBy(() -> proven(ETag.opaque(""), true)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void failsForNowWhereItIsNotThere() {
        store.with("b", "other", "x");

        assertThatThrownBy(() -> proven(ETag.opaque(""), true))
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("s3://b/k: the store says that it is written, and does not have it")
                // routes look through causes, and a lasting one is not tried again
                .hasNoCause();
    }

    /** A failure that lasts in one request may be over in the next: what is retried is what was thrown, not its cause. */
    @Test
    void asksAgainAfterAFailureForNowWhateverCausedIt() {
        hold(RIGHT, 4);
        TransientStoreException failure =
                new TransientStoreException("503", new AccessDeniedException("by something in between"));
        store.requests().fail(Operation.HEAD, "k", 1, failure).fail(Operation.HEAD, "k", 2, failure);

        assertThat(proven(ETag.opaque(""), true, new Retry(2, 0, Duration.ZERO)).proof())
                .isEqualTo(Proof.MD5);
        assertThat(store.requests().count(Operation.HEAD, "k")).isEqualTo(3);
    }

    private void hold(String tag, int size) {
        store.with("b", "k", FakeObject.of(new byte[size]).etag(ETag.opaque(tag)));
    }

    private Evidence proven(ETag answer, boolean isTold) {
        return proven(answer, isTold, new Retry(0, 0, Duration.ZERO));
    }

    private Evidence proven(ETag answer, boolean isTold, Retry retry) {
        WholeProof.Expected expected =
                new WholeProof.Expected(4, ETag.opaque(RIGHT), SOURCE, isTold, BEFORE, Proof.MD5);
        return new WholeProof(store, new ObjectLocation("s3", "b", "k"), retry).of(answer, expected);
    }
}
