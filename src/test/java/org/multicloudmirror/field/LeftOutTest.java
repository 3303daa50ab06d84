package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects that a run leaves out by rule. */
@Timeout(60)
class LeftOutTest extends FieldTest {

    @ParameterizedTest
    @EnumSource(Way.class)
    void areCountedByRuleAndNamedInTheReportOnly(Way way) {
        for (int i = 0; i < 3000; i++) {
            way.source(cloud).put("src", "%04d.tmp".formatted(i), "x");
        }
        for (int i = 0; i < 500; i++) {
            way.source(cloud).put("src", "%04d.big".formatted(i), "too large");
        }
        way.source(cloud).put("src", "k", "x");

        FieldResult result = mirror(way, "--exclude=*.tmp", "--maxsize=5");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("copied")).containsExactly("k");
        assertThat(result.keys("skipped")).hasSize(3500);
        assertThat(result.reason("2999.tmp")).isEqualTo("excluded by --exclude '*.tmp'");
        assertThat(result.reason("0499.big")).isEqualTo("larger than --maxsize");
        assertThat(result.out()).contains("1 copied", "3,500 skipped");
        assertThat(result.told()).doesNotContain("0.tmp").doesNotContain(".big");
        assertThat(cloud.requests().objects())
                .allMatch(request -> request.call().key().equals("k"));
    }

    /** Each star could stand for any of the dashes: in linear time all the same. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void areFoundInLinearTime(Way way) {
        String dashes = "-".repeat(200);
        way.source(cloud).put("src", dashes, "x");
        way.source(cloud).put("src", dashes + ".tmp", "x");
        way.destination(cloud).put("dst", dashes + dashes, "x");

        FieldResult result =
                mirror(way, "--exclude=*-*-*-*-*-*-*-*-*-*.tmp", "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).keys("dst")).containsExactly(dashes);
        assertThat(result.keys("skipped")).containsExactly(dashes + ".tmp");
    }
}
