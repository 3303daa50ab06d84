package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Service;
import org.multicloudmirror.cloud.quirk.DecodesNoReferences;
import org.multicloudmirror.cloud.quirk.LosesDeletes;
import org.multicloudmirror.cloud.quirk.Refuses;
import org.multicloudmirror.cloud.quirk.TruncatesBulkDelete;

/** Services that do not delete, or do not tell, all that they were asked to. */
class BulkDeleteTest extends FieldTest {

    private static final List<String> EXTRAS =
            List.of("dir/lost 1", "dir/lost+2", "dir/x&y <z>.txt", "extra", "lost/3");

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatAnAnswerDoesNotNameIsDeletedSingly(Way way) {
        assertAllAreDeleted(way, new LosesDeletes("lost"));
        assertThat(cloud.requests().method("DELETE").objects().count()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anAnswerThatBreaksOffIsNoProof(Way way) {
        assertAllAreDeleted(way, new TruncatesBulkDelete());
    }

    @Test
    void aServiceThatDecodesNoReferencesDeletesTheRightKeys() {
        cloud.s3().put("dst", "dir&#47;other", "not to be deleted");
        cloud.swift().put("src", "dir&#47;other", "not to be deleted");
        assertAllAreDeleted(Way.TO_S3, new DecodesNoReferences());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatStaysThoughItIsAskedForSinglyIsFailed(Way way) {
        fill(way);
        cloud.switchOn(new LosesDeletes("lost"));
        cloud.switchOn(Refuses.with(
                403, "AccessDenied", call -> call.is("DELETE") && call.key().contains("lost")));

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("deleted")).containsExactly("dir/x&y <z>.txt", "extra");
        assertThat(result.keys("failed")).containsExactly("dir/lost 1", "dir/lost+2", "lost/3");
        assertThat(way.destination(cloud).keys("dst")).contains("dir/lost 1", "dir/lost+2", "lost/3");
    }

    private void assertAllAreDeleted(Way way, Quirk quirk) {
        fill(way);
        cloud.switchOn(quirk);

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        Service destination = way.destination(cloud);
        assertThat(destination.keys("dst"))
                .as(result.told())
                .isEqualTo(way.source(cloud).keys("src"));
        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("deleted")).containsExactlyElementsOf(EXTRAS);
    }

    private void fill(Way way) {
        way.source(cloud).put("src", "kept", "kept");
        way.destination(cloud).put("dst", "kept", "kept");
        EXTRAS.forEach(key -> way.destination(cloud).put("dst", key, "extra"));
    }
}
