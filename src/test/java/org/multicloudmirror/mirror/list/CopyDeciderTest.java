package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.mirror.Decision;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

class CopyDeciderTest {

    private static final Instant DAY = Instant.parse("2026-11-23T00:00:00Z");

    private final CopyDecider decider = new CopyDecider(100);

    /** A tag is an MD5 that is spelled by one letter, or opaque where it is in quotes, or none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    # the same MD5: equal, whatever the size limit
                    10  | a    | 10  | a    | EQUAL
                    0   | a    | 0   | a    | EQUAL
                    101 | a    | 101 | a    | EQUAL
                    # the same size, and no proof
                    10  | a    | 10  | b    | INSPECT
                    10  | "a"  | 10  | a    | INSPECT
                    10  | a    | 10  | "a"  | INSPECT
                    10  | "x"  | 10  | "x"  | INSPECT
                    10  | NONE | 10  | NONE | INSPECT
                    100 | a    | 100 | b    | INSPECT
                    # another size
                    10  | a    | 11  | b    | COPY_SIZE
                    10  | a    | 11  | a    | COPY_SIZE
                    10  | "x"  | 0   | a    | COPY_SIZE
                    0   | a    | 10  | b    | COPY_SIZE
                    100 | a    | 101 | b    | COPY_SIZE
                    # over the size limit
                    101 | a    | 101 | b    | SKIP_TOO_LARGE
                    101 | a    | 10  | b    | SKIP_TOO_LARGE
                    101 | "x"  | 101 | "x"  | SKIP_TOO_LARGE
                    """)
    void decidesByTheListings(long size, String tag, long copySize, String copyTag, Decision decision) {
        assertThat(decider.decide(entry(size, tag), entry(copySize, copyTag))).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({"0, COPY_MISSING", "100, COPY_MISSING", "101, SKIP_TOO_LARGE"})
    void copiesWhatIsMissing(long size, Decision decision) {
        assertThat(decider.decide(entry(size, "a"), null)).isEqualTo(decision);
    }

    /** A Swift manifest lists as 0 bytes with the MD5 of nothing, before its segments were there and after. */
    @ParameterizedTest
    @CsvSource({
        // written (in seconds) after its copy, size and tag of the copy
        "-1, 0, a, EQUAL",
        "0, 0, a, EQUAL",
        "1, 0, a, INSPECT",
        "1, 0, b, INSPECT",
        "-1, 10, b, INSPECT",
        "1, 10, b, INSPECT"
    })
    void inspectsWhatMayBeAManifest(long later, long copySize, String copyTag, Decision decision) {
        ObjectEntry source = new ObjectEntry("k", 0, tag("a"), DAY.plusSeconds(later), true);

        assertThat(decider.decide(source, entry(copySize, copyTag))).isEqualTo(decision);
    }

    @Test
    void copiesAMissingManifest() {
        ObjectEntry source = new ObjectEntry("k", 0, tag("a"), DAY, true);

        assertThat(decider.decide(source, null)).isEqualTo(Decision.COPY_MISSING);
    }

    @Test
    void trustsTheMd5OfAnEmptyObjectAtTheDestination() {
        ObjectEntry copy = new ObjectEntry("k", 0, tag("a"), DAY.plusSeconds(1), true);

        assertThat(decider.decide(entry(0, "a"), copy)).isEqualTo(Decision.EQUAL);
    }

    private static ObjectEntry entry(long size, String tag) {
        return new ObjectEntry("k", size, tag(tag), DAY, false);
    }

    private static ETag tag(String tag) {
        if (tag.equals("NONE")) {
            return ETag.NONE;
        }
        return tag.startsWith("\"") ? ETag.opaque(tag) : ETag.parse(tag.repeat(32));
    }
}
