package org.multicloudmirror.mirror.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

class InspectionTest {

    private static final ETag MD5 = FakeObject.md5(new byte[] {1});
    private static final ETag OPAQUE = ETag.opaque("x-2");

    private final FakeRuns clouds = new FakeRuns();
    private final Inspection inspection = new Inspection();
    private final FakeObject source = FakeObject.of("text");
    private Run run = clouds.start("s3://src->cf://dst");

    InspectionTest() {
        clouds.s3().with("src", "k", source);
        clouds.cf().bucket("dst");
    }

    @ParameterizedTest
    @CsvSource({"COPY_MISSING", "COPY_SIZE"})
    void copiesWhatTheListingsDecided(Decision decision) {
        assertThat(verdict(decision)).isEqualTo(Verdict.COPY);
        assertHeads(0, 0);
    }

    @Test
    void copiesNothingInADryRun() {
        run = clouds.start("s3://src->cf://dst", FakeRuns.DRY);

        assertThat(verdict(Decision.COPY_MISSING)).isEqualTo(Verdict.WOULD_COPY);
        copyCarries("another");
        assertThat(verdict(Decision.INSPECT)).isEqualTo(Verdict.WOULD_COPY);
        copyCarries(source.info().etag().value());
        assertThat(verdict(Decision.INSPECT)).isEqualTo(Verdict.EQUAL);
    }

    @Test
    void dropsWhatIsQueuedWhenTheRunIsInterrupted() {
        run.interrupt();

        assertThat(verdict(Decision.INSPECT)).isEqualTo(Verdict.DROPPED);
        assertHeads(0, 0);
    }

    /** The source's tag as listed, and the one that the copy carries; quotes tell that it is no MD5. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "1cb251ec0d568de6a929b520c4aed8d1, 1cb251ec0d568de6a929b520c4aed8d1, EQUAL",
                "1cb251ec0d568de6a929b520c4aed8d1, 2cb251ec0d568de6a929b520c4aed8d1, COPY",
                "x-2, \"x-2\", EQUAL",
                "x-2, \"y-2\", COPY",
                "x-2, 1cb251ec0d568de6a929b520c4aed8d1, COPY",
                "x-2, '', COPY"
            })
    void believesTheTagThatTheCopyCarries(String listed, String carried, Verdict verdict) {
        source.etag(ETag.parse(listed));
        copyCarries(carried);

        assertThat(verdict(Decision.INSPECT)).isEqualTo(verdict);
        assertHeads(1, 0);
    }

    @Test
    void copiesWhatIsNoCopyOfOurs() {
        clouds.cf().with("dst", "k", "else");

        assertThat(verdict(Decision.INSPECT)).isEqualTo(Verdict.COPY);
        assertHeads(1, 0);
    }

    @Test
    void copiesWhatIsGoneFromTheDestination() {
        assertThat(verdict(Decision.INSPECT)).isEqualTo(Verdict.COPY);
        assertHeads(1, 0);
    }

    /** An encrypted object lists with what looks like an MD5; its own headers say that it is none. */
    @ParameterizedTest
    @CsvSource({"x-2, EQUAL", "y-2, COPY"})
    void asksTheSourceWhoseListingMayMislead(String ownTag, Verdict verdict) {
        source.etag(ETag.opaque(ownTag)).listedAs(4, MD5, false);
        copyCarries("\"x-2\"");

        assertThat(verdict(Decision.INSPECT)).isEqualTo(verdict);
        assertHeads(1, 1);
    }

    /** A Swift manifest lists with 0 bytes. */
    @ParameterizedTest
    @CsvSource({"x-2, text, EQUAL", "x-2, longer, COPY", "y-2, text, COPY"})
    void asksTheManifestItself(String ownTag, String copyText, Verdict verdict) {
        source.etag(ETag.opaque(ownTag)).listedAs(0, FakeObject.md5(new byte[0]), true);
        copyCarries("\"x-2\"", copyText);

        assertThat(verdict(Decision.INSPECT)).isEqualTo(verdict);
        assertHeads(1, 1);
    }

    /** Its empty copy carries the tag of the listing, and it has segments by now. */
    @Test
    void asksTheManifestEvenWhenItsListedTagIsCarried() {
        ETag nothing = FakeObject.md5(new byte[0]);
        source.etag(OPAQUE).listedAs(0, nothing, true);
        copyCarries(nothing.value(), "");

        assertThat(verdict(Decision.INSPECT)).isEqualTo(Verdict.COPY);
        assertHeads(1, 1);
    }

    @Test
    void failsWhenTheSourceIsGone() {
        Copy copy = copy(Decision.INSPECT, source.etag(ETag.opaque("y-2")).listedAs(4, MD5, false));
        clouds.s3().objects("src").remove("k");
        copyCarries("\"x-2\"");

        assertThatExceptionOfType(ObjectGoneException.class).isThrownBy(() -> inspection.verdict(copy));
    }

    @Test
    void failsWhenTheDestinationMayNotBeAsked() {
        clouds.cf().requests().fail(Operation.HEAD, "k", 1, new AccessDeniedException("403"));

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> verdict(Decision.INSPECT));
    }

    private Verdict verdict(Decision decision) {
        return inspection.verdict(copy(decision, source));
    }

    private Copy copy(Decision decision, FakeObject object) {
        return Tasks.copy(run, object.entry("k"), decision);
    }

    private void copyCarries(String tag) {
        copyCarries(tag, "copy");
    }

    private void copyCarries(String tag, String text) {
        Map<String, String> user = Map.of("mirror-source-etag", tag);
        clouds.cf().with("dst", "k", FakeObject.of(text).metadata(ObjectMetadata.EMPTY.withUser(user)));
    }

    private void assertHeads(int destination, int ofSource) {
        assertThat(clouds.cf().requests().count(Operation.HEAD)).isEqualTo(destination);
        assertThat(clouds.s3().requests().count(Operation.HEAD)).isEqualTo(ofSource);
    }
}
