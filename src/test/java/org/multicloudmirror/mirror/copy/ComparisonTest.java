package org.multicloudmirror.mirror.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

/** The ways to compare beyond the default, which {@link InspectionTest} has. */
class ComparisonTest {

    private static final ETag OPAQUE = ETag.opaque("x-2");

    private final FakeRuns clouds = new FakeRuns();
    private final Inspection inspection = new Inspection();
    private final FakeObject source = FakeObject.of("text");

    ComparisonTest() {
        clouds.s3().with("src", "k", source);
        clouds.cf().bucket("dst");
    }

    @ParameterizedTest
    @CsvSource({"text, EQUAL, CONTENT", "test, COPY, NONE", "longer, COPY, NONE"})
    void readsBothSides(String text, Verdict verdict, Proof proof) {
        clouds.cf().with("dst", "k", FakeObject.of(text).etag(OPAQUE));

        Run run = clouds.start("s3://src->cf://dst", FakeRuns.options(RunMode.MIRROR, Compare.CONTENT));
        Copy copy = copy(run, Decision.INSPECT_CONTENT);

        assertThat(inspection.verdict(copy)).isEqualTo(verdict);
        assertThat(copy.evidence().proof()).isEqualTo(proof);
        assertRequests(Operation.GET, 1, 1);
        assertRequests(Operation.HEAD, 0, 0);
    }

    @Test
    void trustsNoReadingThatIsNotWhatItsTagSays() {
        clouds.cf().with("dst", "k", "text").requests().corrupt("k", 1);

        assertThatExceptionOfType(CorruptCopyException.class)
                .isThrownBy(() -> verdict(RunMode.CHECK, Compare.CONTENT, Decision.INSPECT_CONTENT))
                .withMessageContaining("cf://dst/k: the bytes read have MD5");
    }

    @Test
    void findsWhatWentWhileItWasLookedAtMissing() {
        assertThat(verdict(RunMode.CHECK, Compare.CONTENT, Decision.INSPECT_CONTENT))
                .isEqualTo(Verdict.MISSING);
        assertThat(verdict(RunMode.CHECK, Compare.ETAG, Decision.INSPECT)).isEqualTo(Verdict.MISSING);
    }

    @Test
    void failsWhenTheSourceIsGone() {
        clouds.cf().with("dst", "k", "text");
        Run run = clouds.start("s3://src->cf://dst", FakeRuns.options(RunMode.CHECK, Compare.CONTENT));
        Copy copy = copy(run, Decision.INSPECT_CONTENT);
        clouds.s3().objects("src").remove("k");

        assertThatExceptionOfType(ObjectGoneException.class).isThrownBy(() -> inspection.verdict(copy));
    }

    @ParameterizedTest
    @CsvSource({"MIRROR, UPDATE", "DRY_RUN, WOULD_UPDATE", "CHECK, OTHER_METADATA"})
    void asksBothSidesForTheirMetadata(RunMode mode, Verdict otherwise) {
        copyHas(OurMetadata.forCopyOf(source.info(), List.of(), false, MetadataLimits.NONE)
                .metadata());
        assertThat(verdict(mode, Compare.METADATA, Decision.INSPECT_METADATA)).isEqualTo(Verdict.EQUAL);
        assertRequests(Operation.HEAD, 1, 1);

        source.metadata(ObjectMetadata.EMPTY.withUser(Map.of("colour", "red")));
        assertThat(verdict(mode, Compare.METADATA, Decision.INSPECT_METADATA)).isEqualTo(otherwise);
        assertRequests(Operation.GET, 0, 0);
    }

    /** Its listing has no tags, its objects have, and none of our metadata. */
    @Test
    void asksACopyForTheTagThatItsListingLacks() {
        clouds.cf().with("dst", "k", FakeObject.of("text").listedAs(4, ETag.NONE, false));

        assertThat(verdict(RunMode.MIRROR, Compare.ETAG, Decision.INSPECT)).isEqualTo(Verdict.EQUAL);
        assertRequests(Operation.HEAD, 0, 1);
    }

    @Test
    void asksASourceForTheTagThatItsListingLacks() {
        source.etag(OPAQUE).listedAs(4, ETag.NONE, false);
        copyHas(OurMetadata.forCopyOf(source.info(), List.of(), false, MetadataLimits.NONE)
                .metadata());

        assertThat(verdict(RunMode.MIRROR, Compare.ETAG, Decision.INSPECT)).isEqualTo(Verdict.EQUAL);
        assertRequests(Operation.HEAD, 1, 1);
    }

    /** Before its segments were there it was copied as nothing. */
    @Test
    void doesNotTakeAManifestThatListsAsNothingForNothing() {
        source.listedAs(0, FakeObject.md5(new byte[0]), true);
        clouds.cf().with("dst", "k", FakeObject.of(""));

        assertThat(verdict(RunMode.MIRROR, Compare.ETAG, Decision.INSPECT)).isEqualTo(Verdict.COPY);
    }

    /** Two HEADs, not three. */
    @Test
    void asksForTheMetadataOfWhatCarriesTheSourcesTag() {
        source.etag(OPAQUE);
        copyHas(OurMetadata.forCopyOf(source.info(), List.of(), false, MetadataLimits.NONE)
                .metadata());
        assertThat(verdict(RunMode.MIRROR, Compare.METADATA, Decision.INSPECT)).isEqualTo(Verdict.EQUAL);
        assertRequests(Operation.HEAD, 1, 1);

        source.metadata(ObjectMetadata.EMPTY.withUser(Map.of("colour", "red")));
        assertThat(verdict(RunMode.MIRROR, Compare.METADATA, Decision.INSPECT)).isEqualTo(Verdict.UPDATE);

        source.etag(ETag.opaque("y-2"));
        assertThat(verdict(RunMode.MIRROR, Compare.METADATA, Decision.INSPECT)).isEqualTo(Verdict.COPY);
    }

    /** What lists as 0 bytes may be a manifest: by how many seconds its copy is newer. */
    @ParameterizedTest
    @CsvSource({
        "SIZE, text, -1, EQUAL",
        "SIZE, else!, 1, COPY",
        "MODIFIED, text, 1, EQUAL",
        "MODIFIED, text, -1, COPY",
        "MODIFIED, else!, 1, COPY"
    })
    void asksAManifestForItsSize(Compare compare, String copy, long newer, Verdict verdict) {
        Instant written = Instant.parse("2026-11-23T00:00:00Z");
        source.lastModified(written).listedAs(0, FakeObject.md5(new byte[0]), true);
        clouds.cf().with("dst", "k", FakeObject.of(copy).lastModified(written.plusSeconds(newer)));

        assertThat(verdict(RunMode.MIRROR, compare, Decision.INSPECT)).isEqualTo(verdict);
        assertRequests(Operation.HEAD, 1, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "COPY_MISSING, MISSING",
        "COPY_SIZE, DIFFERENT",
        "COPY_OLDER, DIFFERENT",
    })
    void checksWithoutARequestWhatTheListingsDecided(Decision decision, Verdict verdict) {
        assertThat(verdict(RunMode.CHECK, Compare.ETAG, decision)).isEqualTo(verdict);
        assertRequests(Operation.HEAD, 0, 0);
    }

    /** The tags that both sides' own headers give; quotes tell one that is no MD5. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "1cb251ec0d568de6a929b520c4aed8d1, 1cb251ec0d568de6a929b520c4aed8d1, EQUAL",
                "1cb251ec0d568de6a929b520c4aed8d1, 2cb251ec0d568de6a929b520c4aed8d1, DIFFERENT",
                "1cb251ec0d568de6a929b520c4aed8d1, \"x-2\", UNVERIFIABLE",
                "\"x-2\", 1cb251ec0d568de6a929b520c4aed8d1, UNVERIFIABLE",
                "\"x-2\", \"x-2\", UNVERIFIABLE",
                "1cb251ec0d568de6a929b520c4aed8d1-2, 1cb251ec0d568de6a929b520c4aed8d1-2, EQUAL",
                "1cb251ec0d568de6a929b520c4aed8d1-2, 2cb251ec0d568de6a929b520c4aed8d1-2, UNVERIFIABLE",
            })
    void tellsWhatCannotBeVerifiedApart(String tag, String copyTag, Verdict verdict) {
        source.etag(tag(tag)).listedAs(4, OPAQUE, false);
        clouds.cf().with("dst", "k", FakeObject.of("copy").etag(tag(copyTag)));

        assertThat(verdict(RunMode.CHECK, Compare.ETAG, Decision.INSPECT)).isEqualTo(verdict);
        assertRequests(Operation.HEAD, 1, 1);
    }

    /** A copy of a copy carries the tag of that copy, which may have had other parts. */
    @ParameterizedTest
    @CsvSource({"CHECK, 1, EQUAL", "CHECK, 2, DIFFERENT", "MIRROR, 1, COPY"})
    void asksWhatCarriesAnotherTagForItsOwn(RunMode mode, String digit, Verdict verdict) {
        source.etag(ETag.parse("1".repeat(32) + "-2"));
        FakeObject between = FakeObject.of("text").etag(ETag.opaque("3".repeat(32)));
        ObjectMetadata carried = OurMetadata.forCopyOf(between.info(), List.of(), false, MetadataLimits.NONE)
                .metadata();
        ETag own = ETag.parse(digit.repeat(32) + "-2");
        clouds.cf().with("dst", "k", FakeObject.of("text").etag(own).metadata(carried));

        assertThat(verdict(mode, Compare.ETAG, Decision.INSPECT)).isEqualTo(verdict);
    }

    @Test
    void checksTheSizeOfAManifest() {
        source.etag(OPAQUE).listedAs(0, FakeObject.md5(new byte[0]), true);
        clouds.cf().with("dst", "k", FakeObject.of("longer").etag(OPAQUE));

        assertThat(verdict(RunMode.CHECK, Compare.ETAG, Decision.INSPECT)).isEqualTo(Verdict.DIFFERENT);
    }

    private Verdict verdict(RunMode mode, Compare compare, Decision decision) {
        Run run = clouds.start("s3://src->cf://dst", FakeRuns.options(mode, compare));
        return inspection.verdict(copy(run, decision));
    }

    private Copy copy(Run run, Decision decision) {
        return Tasks.copy(run, source.entry("k"), decision);
    }

    private void copyHas(ObjectMetadata metadata) {
        clouds.cf().with("dst", "k", FakeObject.of("text").metadata(metadata));
    }

    private void assertRequests(Operation operation, int ofSource, int ofDestination) {
        assertThat(clouds.s3().requests().count(operation)).isEqualTo(ofSource);
        assertThat(clouds.cf().requests().count(operation)).isEqualTo(ofDestination);
    }

    private static ETag tag(String text) {
        return text.startsWith("\"") ? ETag.opaque(text) : ETag.parse(text);
    }
}
