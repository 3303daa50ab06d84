package org.multicloudmirror.mirror.parts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.testing.FakeRuns;

class SegmentContainersTest {

    private final FakeRuns clouds = new FakeRuns();

    @Test
    void refusesTheParts() {
        clouds.cf().bucket("x").bucket("x_segments");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> check("cf://x_segments->s3://y", false))
                .withMessage("the source cf://x_segments holds the parts of large objects in cf://x, which are mirrored"
                        + " with them; write cf://x, or add --segments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x_segments", "x+segments"})
    void refusesToWriteAmongTheParts(String container) {
        clouds.cf().bucket("x");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> check("s3://y->cf://" + container + "/sub", false))
                .withMessage("the destination cf://" + container + " is for the parts of large objects in cf://x, which"
                        + " would be damaged; write to another container, or add --segments");
    }

    @Test
    void letsThemPassWhenToldSo() {
        clouds.cf().bucket("x").bucket("x_segments");
        assertThatCode(() -> check("s3://y->cf://x_segments", true)).doesNotThrowAnyException();

        assertThatCode(() -> check("cf://x_segments->s3://y", true)).doesNotThrowAnyException();
    }

    @Test
    void hasNothingAgainstOtherContainers() {
        clouds.cf().bucket("x").bucket("line_segments");

        assertThatCode(() -> check("cf://x->s3://y", false)).doesNotThrowAnyException();
        assertThatCode(() -> check("cf://line_segments->s3://y", false)).doesNotThrowAnyException();
        assertThatCode(() -> check("s3://y->cf://line_segments", false)).doesNotThrowAnyException();
    }

    private void check(String scenario, boolean isAllowed) {
        new SegmentContainers(clouds.runs().copyRuns(), isAllowed)
                .check(clouds.start(scenario).id());
    }
}
