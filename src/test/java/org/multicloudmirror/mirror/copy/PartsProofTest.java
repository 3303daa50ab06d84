package org.multicloudmirror.mirror.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLayout.Basis;
import org.multicloudmirror.storage.PartLayout.Part;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRuns;

class PartsProofTest {

    private static final ETag ONE = FakeObject.md5(new byte[] {1});
    private static final ETag TWO = FakeObject.md5(new byte[] {2});
    private static final byte[] BYTES = {1, 2};

    private final FakeRuns clouds = new FakeRuns();

    @Test
    void tellsAMultipartObjectByTheSegmentsOfTheOther() {
        multipart(AssembledTag.MULTIPART.of(List.of(ONE, TWO)));
        segments(ONE, TWO);

        assertThat(isSame()).isTrue();
    }

    @Test
    void tellsNothingOfOtherParts() {
        multipart(AssembledTag.MULTIPART.of(List.of(TWO, ONE)));
        segments(ONE, TWO);

        assertThat(isSame()).isFalse();
    }

    @Test
    void tellsNothingWithoutTheMd5sOfAllParts() {
        multipart(AssembledTag.MULTIPART.of(List.of(ONE, TWO)));
        segments(ONE, ETag.NONE);

        assertThat(isSame()).isFalse();
    }

    private void multipart(ETag tag) {
        PartLayout layout = PartLayout.ofSizes(List.of(1L, 1L), Basis.TOLD, AssembledTag.MULTIPART);
        clouds.s3().with("src", "k", FakeObject.of(BYTES).etag(tag).layouts(layout));
    }

    private void segments(ETag... md5s) {
        List<Part> parts = List.of(md5s).stream().map(md5 -> new Part(1, md5)).toList();
        PartLayout layout = new PartLayout(parts, Basis.TOLD, AssembledTag.MANIFEST);
        clouds.cf()
                .with(
                        "dst",
                        "k",
                        FakeObject.of(BYTES).etag(ETag.opaque("manifest")).layouts(layout));
    }

    private boolean isSame() {
        return PartsProof.isSame(
                clouds.s3(),
                new ObjectLocation("s3", "src", "k"),
                clouds.s3().head("src", "k"),
                clouds.cf(),
                new ObjectLocation("cf", "dst", "k"),
                clouds.cf().head("dst", "k"));
    }
}
