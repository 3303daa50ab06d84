package org.multicloudmirror.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.bench.Curve.Point;

class CurveTest {

    @Test
    void goesOnAsItDidBetweenTheLastTwoPoints() {
        Curve curve = new Curve("mirror", List.of(new Point(10, 9), new Point(100, 10), new Point(1000, 100)));

        assertThat(curve.at(100)).isEqualTo(10);
        assertThat(curve.at(10_000)).isEqualTo(1000);
        assertThat(curve.isMeasured(1000)).isTrue();
        assertThat(curve.isMeasured(10_000)).isFalse();
    }

    @Test
    void staysWhereItIsWhenItHardlyGrew() {
        Curve curve = new Curve("mirror", List.of(new Point(100, 190), new Point(1000, 200)));

        assertThat(curve.at(1e9)).isEqualTo(200);
    }
}
