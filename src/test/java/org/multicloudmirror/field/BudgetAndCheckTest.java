package org.multicloudmirror.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.quirk.ListsWhatIsDeleted;
import org.multicloudmirror.cloud.quirk.Refuses;

/** What a budget counts, and what a check may call equal. */
class BudgetAndCheckTest extends FieldTest {

    @ParameterizedTest
    @EnumSource(Way.class)
    void anUpdateThatBecomesACopyCounts(Way way) {
        for (int i = 0; i < 20; i++) {
            way.source(cloud)
                    .put("src", "k%02d".formatted(i), "0123456789".getBytes(UTF_8), Map.of("Content-Type", "text/a"));
            way.destination(cloud)
                    .put("dst", "k%02d".formatted(i), "0123456789".getBytes(UTF_8), Map.of("Content-Type", "text/b"));
        }
        cloud.switchOn(Refuses.with(
                501,
                "NotImplemented",
                call -> call.bucket().equals("dst")
                        && (call.is("POST") || call.header("x-amz-copy-source").isPresent())));

        FieldResult result = mirror(way, "--compare=metadata", "--max-transfer=75");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("copied")).hasSizeLessThanOrEqualTo(7).isNotEmpty();
        assertThat(result.keys("left")).hasSize(20 - result.keys("copied").size());
    }

    @Test
    void anArchivedObjectIsUnverifiableToACheck() {
        cloud.s3().put("src", "cold", "x".getBytes(UTF_8), Map.of("x-amz-storage-class", "GLACIER"));
        cloud.swift().put("dst", "cold", "x");

        FieldResult result = run.command("check", "--download", "s3://src->cf://dst");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.out()).contains("cold").contains("unverifiable");
    }

    @Test
    void anArchivedObjectInARunStaysNoFailure() {
        cloud.s3().put("src", "cold", "x".getBytes(UTF_8), Map.of("x-amz-storage-class", "GLACIER"));

        FieldResult result = mirror(Way.TO_SWIFT);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.kind("cold")).isEqualTo("archived");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anObjectThatIsGoneIsUnverifiableToACheck(Way way) {
        way.source(cloud).put("src", "fleeting", "x");
        way.destination(cloud).put("dst", "fleeting", "x");
        cloud.switchOn(new ListsWhatIsDeleted("src", "fleeting"));

        FieldResult result = run.command("check", "--download", way.scenario());

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.out()).contains("fleeting");
    }
}
