package org.multicloudmirror.driver.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.storage.PartLimits;

class PartRulesTest {

    private static final long MIB = 1 << 20;
    private static final PartLimits S3 = new PartLimits(5L << 30, 5 * MIB, 5L << 30, 10_000);
    private static final List<Long> ODD = List.of(8 * MIB, 9 * MIB, MIB);
    private static final List<Long> EVEN = List.of(8 * MIB, 8 * MIB, MIB);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final PartRules rules = new PartRules(new QuirkMemory("s3", Duration.ofHours(1), now::get));

    @ParameterizedTest
    @CsvSource({
        "InvalidPart, All non-trailing parts must have the same length.",
        "InvalidPart, One or more of the specified parts could not be found.",
        "InvalidRequest, Parts must be of equal size"
    })
    void allPartsGetOneSizeWhereOthersAreRefused(String code, String message) {
        assertThat(rules.refusesSizes(ODD, error(code, message))).isTrue();
        assertThat(limits()).isEqualTo(new PartLimits(5L << 30, 5 * MIB, 5L << 30, 10_000, true, false));
        assertThat(rules.refusesSizes(ODD, error(code, message)))
                .as("another object that was under way")
                .isTrue();
    }

    @Test
    void itWasNotTheSizesWhereEqualOnesAreRefusedToo() {
        String missing = error("InvalidPart", "One or more of the specified parts could not be found.");
        rules.refusesSizes(ODD, missing);

        assertThat(rules.refusesSizes(EVEN, missing)).isFalse();
        assertThat(limits()).isEqualTo(S3);
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidArgument, 'Part number must be an integer between 1 and 1000, inclusive', 1001, 1000",
        "InvalidArgument, 'Part number must be an integer between 1 and 1,000', 1001, 1000",
        "TooManyParts, 'You have exceeded the maximum of 500 parts', 501, 500",
        "InvalidPartNumber, 'no', 1001, 1000"
    })
    void thereAreFewerPartsWhereANumberIsRefused(String code, String message, int number, int most) {
        assertThat(rules.refusesNumber(number, error(code, message))).isTrue();
        assertThat(limits().mostParts()).isEqualTo(most);
        assertThat(rules.refusesNumber(number, error("AccessDenied", ""))).isTrue();
    }

    @Test
    void soThereAreWhereTheyAreRefusedTogether() {
        List<Long> many = Collections.nCopies(1200, 8 * MIB);

        assertThat(rules.refusesSizes(many, error("InvalidRequest", "too many parts")))
                .isTrue();
        assertThat(limits().mostParts()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"<MinSizeAllowed>10485760</MinSizeAllowed>, 10", "'', 16", "must be at least 33554432 bytes, 32"})
    void partsAreLargerWhereSmallOnesAreRefused(String more, long least) {
        assertThat(rules.refusesSizes(EVEN, error("EntityTooSmall", "too small") + more))
                .isTrue();
        assertThat(limits().leastPart()).isEqualTo(least * MIB);
    }

    @Test
    void theRulesAddUp() {
        rules.refusesNumber(1001, error("InvalidArgument", "between 1 and 1000"));
        rules.refusesSizes(ODD, error("InvalidPart", ""));

        assertThat(limits()).isEqualTo(new PartLimits(5L << 30, 5 * MIB, 5L << 30, 1000, true, false));
    }

    @ParameterizedTest
    @CsvSource({"AccessDenied, 3", "InvalidArgument, 3", "BadDigest, 2000"})
    void otherErrorsTellNothing(String code, int number) {
        assertThat(rules.refusesNumber(number, error(code, "no"))).isFalse();
        assertThat(rules.refusesSizes(EVEN, error(code, "no"))).isFalse();
        assertThat(rules.refusesSizes(ODD, "<CompleteMultipartUploadResult/>")).isFalse();
        assertThat(limits()).isEqualTo(S3);
    }

    /** To learn them again takes a whole object. */
    @Test
    void areBelievedForADay() {
        rules.refusesSizes(ODD, error("InvalidPart", ""));
        now.set(Instant.EPOCH.plus(Duration.ofHours(23)));
        assertThat(limits().areEqual()).isTrue();

        now.set(Instant.EPOCH.plus(Duration.ofHours(25)));
        assertThat(limits().areEqual()).isFalse();
    }

    private PartLimits limits() {
        return rules.narrow(S3, "b");
    }

    private static String error(String code, String message) {
        return "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
    }
}
