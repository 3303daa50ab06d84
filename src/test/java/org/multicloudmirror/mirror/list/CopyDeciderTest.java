package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

class CopyDeciderTest {

    private static final Instant DAY = Instant.parse("2026-11-23T00:00:00Z");

    /**
     * Size and tag of the source, size and tag of the destination, by how many seconds the destination is newer, then
     * the decision for each way to compare. A tag is an MD5 that is spelled by its first digit, or opaque where
     * it is in quotes, or none; {@code x} is no digit. The size limit is 100.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            #                                    etag          | size          | modified      | metadata      | content
            # the same MD5
            10  | a     | 10  | a     | 1      | EQUAL         | EQUAL         | EQUAL         | METADATA      | CONTENT
            0   | a     | 0   | a     | 1      | EQUAL         | EQUAL         | EQUAL         | METADATA      | CONTENT
            10  | a     | 10  | a     | 0      | EQUAL         | EQUAL         | EQUAL         | METADATA      | CONTENT
            10  | a     | 10  | a     | -1     | EQUAL         | EQUAL         | OLDER         | METADATA      | CONTENT
            # another MD5 of the same size
            10  | a     | 10  | b     | 1      | INSPECT       | EQUAL         | EQUAL         | INSPECT       | CONTENT
            10  | a     | 10  | b     | -1     | INSPECT       | EQUAL         | OLDER         | INSPECT       | CONTENT
            # on one side no MD5: multipart, a static large object, encrypted, none at all
            10  | "x-2" | 10  | a     | 1      | INSPECT       | EQUAL         | EQUAL         | INSPECT       | CONTENT
            10  | a     | 10  | "x-2" | 1      | INSPECT       | EQUAL         | EQUAL         | INSPECT       | CONTENT
            10  | a     | 10  | "a"   | 1      | INSPECT       | EQUAL         | EQUAL         | INSPECT       | CONTENT
            10  | NONE  | 10  | NONE  | 1      | INSPECT       | EQUAL         | EQUAL         | INSPECT       | CONTENT
            10  | "x-2" | 10  | "x-2" | -1     | INSPECT       | EQUAL         | OLDER         | INSPECT       | CONTENT
            # in parts on both sides, of the same sizes and of others: multipart, static large objects
            10  | "a-2" | 10  | "a-2" | 1      | EQUAL         | EQUAL         | EQUAL         | METADATA      | CONTENT
            10  | "a-2" | 10  | "a-2" | -1     | EQUAL         | EQUAL         | OLDER         | METADATA      | CONTENT
            10  | "a"   | 10  | "a"   | 1      | EQUAL         | EQUAL         | EQUAL         | METADATA      | CONTENT
            10  | "a-2" | 10  | "b-3" | 1      | INSPECT       | EQUAL         | EQUAL         | INSPECT       | CONTENT
            10  | "a-2" | 11  | "a-2" | 1      | SIZE          | SIZE          | SIZE          | SIZE          | SIZE
            # equal, and yet no tag that anything follows from
            10  | "x-2" | 10  | "x-2" | 1      | INSPECT       | EQUAL         | EQUAL         | INSPECT       | CONTENT
            # another size, newer or older
            10  | a     | 11  | b     | 1      | SIZE          | SIZE          | SIZE          | SIZE          | SIZE
            10  | a     | 11  | a     | 1      | SIZE          | SIZE          | SIZE          | SIZE          | SIZE
            0   | a     | 10  | b     | -1     | SIZE          | SIZE          | SIZE          | SIZE          | SIZE
            10  | "x-2" | 0   | a     | 1      | SIZE          | SIZE          | SIZE          | SIZE          | SIZE
            100 | a     | 101 | b     | 1      | SIZE          | SIZE          | SIZE          | SIZE          | SIZE
            # over the size limit: only what the listings find equal is not skipped
            101 | a     | 101 | a     | 1      | EQUAL         | EQUAL         | EQUAL         | TOO_LARGE     | TOO_LARGE
            101 | a     | 101 | b     | 1      | TOO_LARGE     | EQUAL         | EQUAL         | TOO_LARGE     | TOO_LARGE
            101 | "a-2" | 101 | "a-2" | 1      | EQUAL         | EQUAL         | EQUAL         | TOO_LARGE     | TOO_LARGE
            101 | "x-2" | 101 | "x-2" | 1      | TOO_LARGE     | EQUAL         | EQUAL         | TOO_LARGE     | TOO_LARGE
            101 | a     | 101 | a     | -1     | EQUAL         | EQUAL         | TOO_LARGE     | TOO_LARGE     | TOO_LARGE
            101 | a     | 10  | b     | 1      | TOO_LARGE     | TOO_LARGE     | TOO_LARGE     | TOO_LARGE     | TOO_LARGE
            """)
    void decidesByTheListings(
            long size,
            String tag,
            long copySize,
            String copyTag,
            long newer,
            String etag,
            String bySize,
            String modified,
            String metadata,
            String content) {
        ObjectEntry source = new ObjectEntry("k", size, tag(tag), DAY, false);
        ObjectEntry copy = new ObjectEntry("k", copySize, tag(copyTag), DAY.plusSeconds(newer), false);

        assertDecisions(source, copy, etag, bySize, modified, metadata, content);
        // a folder marker, empty or not, is an object like any other
        assertDecisions(named("k/", source), named("k/", copy), etag, bySize, modified, metadata, content);
    }

    /** Ceph's gateway lists a large object with the size of its manifest: only it itself tells its own. */
    @Test
    void looksAtACopyThatListsWithTheSizeOfItsManifest() {
        ObjectEntry source = new ObjectEntry("k", 10, tag("\"a-2\""), DAY, false);
        ObjectEntry copy = new ObjectEntry("k", 5, tag("a"), DAY.plusSeconds(1), true);

        assertDecisions(source, copy, "INSPECT", "INSPECT", "INSPECT", "INSPECT", "CONTENT");
    }

    /**
     * A Swift manifest lists as 0 bytes with the MD5 of nothing, before its segments were there and after: size and
     * tag of its copy, and by how many seconds that is newer.
     */
    @ParameterizedTest
    @CsvSource({
        "0,  a, 1,  EQUAL,   EQUAL,   EQUAL,   METADATA, CONTENT",
        "0,  a, 0,  EQUAL,   EQUAL,   EQUAL,   METADATA, CONTENT",
        "0,  a, -1, INSPECT, INSPECT, INSPECT, INSPECT,  CONTENT",
        "0,  b, -1, INSPECT, INSPECT, INSPECT, INSPECT,  CONTENT",
        "10, b, 1,  INSPECT, INSPECT, INSPECT, INSPECT,  CONTENT",
        "10, b, -1, INSPECT, INSPECT, INSPECT, INSPECT,  CONTENT"
    })
    void looksAtWhatMayBeAManifest(
            long copySize,
            String copyTag,
            long newer,
            String etag,
            String bySize,
            String modified,
            String metadata,
            String content) {
        ObjectEntry source = new ObjectEntry("k", 0, tag("a"), DAY, true);
        ObjectEntry copy = new ObjectEntry("k", copySize, tag(copyTag), DAY.plusSeconds(newer), false);

        assertDecisions(source, copy, etag, bySize, modified, metadata, content);
    }

    @ParameterizedTest
    @EnumSource(Compare.class)
    void copiesWhatIsMissing(Compare compare) {
        CopyDecider decider = new CopyDecider(compare, 100);

        assertThat(decider.decide(new ObjectEntry("k", 0, tag("a"), DAY, false), null))
                .isEqualTo(Decision.COPY_MISSING);
        assertThat(decider.decide(new ObjectEntry("k/", 100, tag("a"), DAY, false), null))
                .isEqualTo(Decision.COPY_MISSING);
        assertThat(decider.decide(new ObjectEntry("k", 0, tag("a"), DAY, true), null))
                .isEqualTo(Decision.COPY_MISSING);
        assertThat(decider.decide(new ObjectEntry("k", 101, tag("a"), DAY, false), null))
                .isEqualTo(Decision.SKIP_TOO_LARGE);
    }

    @Test
    void aSizeThatTheListingDoesNotTellIsNoOtherSize() {
        ETag a = ETag.parse("a".repeat(32));
        ObjectEntry source = new ObjectEntry("k", 10, a, DAY, false);
        ObjectEntry sameTag = new ObjectEntry("k", 0, a, DAY, true);
        ObjectEntry noTag = new ObjectEntry("k", 0, ETag.NONE, DAY, true);

        assertThat(new CopyDecider(Compare.ETAG, 100).decide(source, sameTag)).isEqualTo(Decision.EQUAL);
        assertThat(new CopyDecider(Compare.ETAG, 100).decide(source, noTag)).isEqualTo(Decision.INSPECT);
        assertThat(new CopyDecider(Compare.SIZE, 100).decide(source, noTag)).isEqualTo(Decision.INSPECT);
        assertThat(new CopyDecider(Compare.MODIFIED, 100).decide(source, noTag)).isEqualTo(Decision.INSPECT);
    }

    @Test
    void aManifestThatListsAsNothingIsStillOfAnotherSize() {
        ETag a = ETag.parse("a".repeat(32));
        ETag nothing = ETag.parse("d41d8cd98f00b204e9800998ecf8427e");

        assertThat(new CopyDecider(Compare.ETAG, 100)
                        .decide(new ObjectEntry("k", 10, a, DAY, false), new ObjectEntry("k", 0, nothing, DAY, true)))
                .isEqualTo(Decision.COPY_SIZE);
    }

    @Test
    void trustsTheMd5OfAnEmptyObjectAtTheDestination() {
        ObjectEntry source = new ObjectEntry("k", 0, tag("a"), DAY, false);
        ObjectEntry copy = new ObjectEntry("k", 0, tag("a"), DAY.plusSeconds(1), true);

        assertThat(new CopyDecider(Compare.ETAG, 100).decide(source, copy)).isEqualTo(Decision.EQUAL);
    }

    private static void assertDecisions(ObjectEntry source, ObjectEntry copy, String... expected) {
        Compare[] ways = Compare.values();
        for (int i = 0; i < ways.length; i++) {
            Compare compare = ways[i];
            assertThat(new CopyDecider(compare, 100).decide(source, copy))
                    .as("%s", compare)
                    .isEqualTo(decision(expected[i]));
        }
    }

    private static Decision decision(String word) {
        return switch (word) {
            case "EQUAL" -> Decision.EQUAL;
            case "SIZE" -> Decision.COPY_SIZE;
            case "OLDER" -> Decision.COPY_OLDER;
            case "INSPECT" -> Decision.INSPECT;
            case "METADATA" -> Decision.INSPECT_METADATA;
            case "CONTENT" -> Decision.INSPECT_CONTENT;
            case "TOO_LARGE" -> Decision.SKIP_TOO_LARGE;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static ObjectEntry named(String key, ObjectEntry entry) {
        return new ObjectEntry(key, entry.size(), entry.etag(), entry.lastModified(), entry.maybeManifest());
    }

    private static ETag tag(String tag) {
        if (tag.equals("NONE")) {
            return ETag.NONE;
        }
        String bare = tag.replace("\"", "");
        String whole = bare.substring(0, 1).repeat(32) + bare.substring(1);
        return tag.equals(bare) ? ETag.parse(whole) : ETag.opaque(whole);
    }
}
