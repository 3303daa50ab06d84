package org.multicloudmirror.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
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

    /** The listing has the class of an object that was restored, too. */
    @Test
    void aDryRunKnowsWhatIsArchived() {
        cloud.s3().put("src", "cold", "x".getBytes(UTF_8), Map.of("x-amz-storage-class", "GLACIER"));
        cloud.s3().put("src", "deep", "x".getBytes(UTF_8), Map.of("x-amz-storage-class", "DEEP_ARCHIVE"));
        cloud.s3().put("src", "warm", "x".getBytes(UTF_8), Map.of("x-amz-storage-class", "STANDARD_IA"));
        cloud.s3().put("src", "restored", "x".getBytes(UTF_8), Map.of("x-amz-storage-class", "GLACIER"));
        cloud.switchOn(new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) {
                return call.is("GET") && call.key().equals("restored")
                        ? Optional.of(Reply.of(200).withBody("x".getBytes(UTF_8)))
                        : Optional.empty();
            }
        });

        FieldResult result = mirror(Way.TO_SWIFT, "--dry-run");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("archived")).containsExactly("cold", "deep");
        assertThat(result.keys("would-copy")).containsExactly("restored", "warm");
        assertThat(cloud.requests().objects().count()).isEqualTo(3);
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
