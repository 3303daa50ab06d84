package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.quirk.Latin1Key;
import org.multicloudmirror.cloud.quirk.ListsWhatIsDeleted;
import org.multicloudmirror.cloud.quirk.MergesSlashes;
import org.multicloudmirror.cloud.quirk.SaysUrlAndDoesNotEncode;

/** Keys that a listing names and that answer 404. */
class ListedAndMissingTest extends FieldTest {

    @ParameterizedTest
    @EnumSource(Way.class)
    void aKeyThatTheWayChangesIsNoGoneOne(Way way) {
        way.source(cloud).put("src", "a//b", "unreachable");
        way.source(cloud).put("src", "other", "other");
        cloud.switchOn(new MergesSlashes());

        for (int i = 0; i < 2; i++) {
            FieldResult result = mirror(way);

            assertThat(result.exit()).as(result.told()).isEqualTo(3);
            assertThat(result.kind("a//b")).isEqualTo("failed");
            assertThat(result.reason("a//b")).contains("404");
        }
        assertThat(way.destination(cloud).keys("dst")).containsExactly("other");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aKeyThatTheWayChangesKeepsItsCopy(Way way) {
        way.source(cloud).put("src", "a//b", "new");
        way.destination(cloud).put("dst", "a//b", "old");
        way.destination(cloud).put("dst", "extra", "extra");
        cloud.switchOn(new MergesSlashes());

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(way.destination(cloud).keys("dst")).containsExactly("a//b", "extra");
    }

    @Test
    void aKeyWhoseListingIsNotEncodedIsCopiedOrFailed() {
        cloud.s3().put("src", "a+b 100%.txt", "signs");
        cloud.switchOn(new SaysUrlAndDoesNotEncode());

        FieldResult result = mirror(Way.TO_SWIFT);

        if (result.exit() == 0) {
            assertThat(cloud.swift().keys("dst")).containsExactly("a+b 100%.txt");
        } else {
            assertThat(result.kinds().values()).doesNotContain("gone");
            assertThat(cloud.swift().keys("dst")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aKeyThatIsNoTextIsNamedAndFailed(Way way) {
        way.source(cloud).put("src", Latin1Key.STANDS_FOR_IT, "coffee");
        way.source(cloud).put("src", "other", "other");
        cloud.switchOn(new Latin1Key());

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.told()).contains("caf\\xE9.txt").doesNotContain("\ufffd");
        assertThat(way.destination(cloud).keys("dst")).containsExactly("other");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aDestinationsKeyThatIsNoTextIsNeverDeleted(Way way) {
        way.source(cloud).put("src", "other", "other");
        way.destination(cloud).put("dst", Latin1Key.STANDS_FOR_IT, "coffee");
        cloud.switchOn(new Latin1Key());

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(way.destination(cloud).keys("dst")).as(result.told()).contains(Latin1Key.STANDS_FOR_IT, "other");
    }

    /** Deleted between the listing and the copy: this is what gone means. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aKeyThatAFreshLookDoesNotNameIsGone(Way way) {
        way.source(cloud).put("src", "fleeting", "x");
        cloud.switchOn(new Quirk() {
            @Override
            public Call seen(Call call) {
                if (call.isObject() && call.service() == way.source(cloud)) {
                    way.source(cloud).remove("src", "fleeting");
                }
                return call;
            }
        });

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.kind("fleeting")).isEqualTo("gone");
    }

    /** A listing that lags behind its deletes names it still, and would for ever end the run with 3. */
    @Test
    void aKeyThatALaggingListingOfSwiftNamesIsGone() {
        cloud.swift().put("src", "deleted", "x");
        cloud.switchOn(new ListsWhatIsDeleted("src", "deleted"));

        FieldResult result = mirror(Way.TO_S3);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.kind("deleted")).isEqualTo("gone");
    }
}
