package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.quirk.KeylessPages;

/** Listings that lead on without a key. Swift's end at the first page without one. */
class KeylessPagesTest extends FieldTest {

    @ParameterizedTest
    @EnumSource(Way.class)
    void manyOfThemAreOvercome(Way way) {
        way.source(cloud).put("src", "k", "x");
        cloud.switchOn(new KeylessPages(s3Bucket(way), 300));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).keys("dst")).containsExactly("k");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void oneWithoutAnEndEndsTheRun(Way way) {
        way.source(cloud).put("src", "k", "x");
        cloud.switchOn(new KeylessPages(s3Bucket(way), Integer.MAX_VALUE));

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isEqualTo(1);
        assertThat(result.out()).contains("1000 pages in a row have no key, and each says that there is more");
        assertThat(cloud.requests().of(Protocol.S3).method("GET").count()).isLessThan(1100);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aValidationAsksForOnePage(Way way) {
        cloud.switchOn(new KeylessPages(s3Bucket(way), Integer.MAX_VALUE));

        FieldResult result = run.command("validate", way.scenario());

        assertThat(result.exit()).as(result.told()).isZero();
    }

    private static String s3Bucket(Way way) {
        return way == Way.TO_SWIFT ? "src" : "dst";
    }
}
