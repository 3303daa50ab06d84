package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.Latin1Key;
import org.multicloudmirror.cloud.quirk.SaysUrlAndDoesNotEncode;

/** Names that are no UTF-8, and listings that do not write names as they say. */
class NamesTest extends FieldTest {

    private static final String NAMED = "caf\\xE9.txt";

    @ParameterizedTest
    @EnumSource(Way.class)
    void aNameThatIsNoUtf8IsFailedAndKeepsAllOthersFromDeletion(Way way) {
        cloud.switchOn(at(way.sourceProtocol(), new Latin1Key()));
        List.of("a", Latin1Key.STANDS_FOR_IT, "z")
                .forEach(key -> way.source(cloud).put("src", key, key));
        way.destination(cloud).put("dst", "extra", "extra");

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).containsExactly(NAMED);
        assertThat(result.reason(NAMED)).contains("its name is not UTF-8");
        assertThat(result.keys("copied")).containsExactly("a", "z");
        assertThat(way.destination(cloud).keys("dst")).containsExactly("a", "extra", "z");
        assertThat(result.told()).contains(NAMED).doesNotContain("\ufffd").contains("nothing is deleted");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aNameThatIsNoUtf8IsNeverDeleted(Way way) {
        cloud.switchOn(at(way.destinationProtocol(), new Latin1Key()));
        way.source(cloud).put("src", "a", "a");
        List.of("a", Latin1Key.STANDS_FOR_IT, "extra")
                .forEach(key -> way.destination(cloud).put("dst", key, key));

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(way.destination(cloud).keys("dst")).as(result.told()).containsExactly("a", Latin1Key.STANDS_FOR_IT);
        assertThat(result.keys("deleted")).containsExactly("extra");
        assertThat(result.keys("failed")).containsExactly(NAMED);
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.reason(NAMED)).contains(dst(way) + NAMED + ": its name is not UTF-8");
        assertThat(result.told()).doesNotContain("\ufffd");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aDryRunEndsAsTheRunWill(Way way) {
        cloud.switchOn(at(way.sourceProtocol(), new Latin1Key()));
        List.of("a", Latin1Key.STANDS_FOR_IT).forEach(key -> way.source(cloud).put("src", key, key));

        FieldResult result = mirror(way, "--dry-run");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).containsExactly(NAMED);
        assertThat(result.reason(NAMED)).startsWith(src(way) + NAMED + ": its name is not UTF-8");
        assertThat(result.keys("would-copy")).containsExactly("a");
        assertThat(mirror(way).reason(NAMED)).isEqualTo(result.reason(NAMED));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aDryRunDeletesNoNameThatIsNoUtf8Either(Way way) {
        cloud.switchOn(at(way.destinationProtocol(), new Latin1Key()));
        way.source(cloud).put("src", "a", "a");
        List.of("a", Latin1Key.STANDS_FOR_IT, "extra")
                .forEach(key -> way.destination(cloud).put("dst", key, key));

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0", "--dry-run");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).containsExactly(NAMED);
        assertThat(result.reason(NAMED)).contains(dst(way) + NAMED + ": its name is not UTF-8");
        assertThat(result.keys("would-delete")).containsExactly("extra");
    }

    private static String src(Way way) {
        return way.scenario().replaceFirst("->.*", "/");
    }

    private static String dst(Way way) {
        return way.scenario().replaceFirst(".*->", "") + "/";
    }

    @Test
    void aListingThatIsNotEncodedAsItSaysIsReadAsItIs() {
        List<String> keys = List.of("%41", "100%", "a b", "a+b", "gr\u00fcn", "plain");
        cloud.switchOn(new SaysUrlAndDoesNotEncode());
        keys.forEach(key -> cloud.s3().put("src", key, key));

        FieldResult result = mirror(Way.TO_SWIFT);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.swift().keys("dst")).containsExactlyElementsOf(keys);
        assertNothingIsLeftToDo(Way.TO_SWIFT);
    }

    private static Quirk at(Protocol protocol, Quirk quirk) {
        return new Quirk() {
            @Override
            public Reply after(Call call, Reply reply) {
                return call.service().protocol() == protocol ? quirk.after(call, reply) : reply;
            }
        };
    }
}
