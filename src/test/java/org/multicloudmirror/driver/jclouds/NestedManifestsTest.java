package org.multicloudmirror.driver.jclouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.driver.jclouds.SwiftManifest.Segment;
import org.multicloudmirror.storage.RejectedException;

class NestedManifestsTest {

    private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
    private static final Segment PLAIN = new Segment("/c/part", 7, MD5, "", false);
    private static final Segment NESTED = new Segment("/c/manifest", 7, MD5, "", true);

    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void putsTheSegmentsOfANestedManifestInItsPlace() {
        assertThat(flat(List.of(PLAIN, NESTED, PLAIN), List.of(PLAIN, PLAIN))).isEqualTo(4);
        assertThat(requests).hasValue(1);
    }

    @Test
    void stopsAtAThousandManifests() {
        assertThatThrownBy(() -> flat(Collections.nCopies(1001, NESTED), List.of(PLAIN)))
                .isInstanceOf(RejectedException.class)
                .hasMessage("cf://c/k: it is made of more than 1000 nested manifests; upload it anew");
        assertThat(requests).hasValue(1000);
    }

    @Test
    void stopsAtAHundredThousandSegments() {
        for (Segment inner : List.of(PLAIN, NESTED)) {
            requests.set(0);
            assertThatThrownBy(() -> flat(Collections.nCopies(1000, NESTED), Collections.nCopies(1000, inner)))
                    .isInstanceOf(RejectedException.class)
                    .hasMessage("cf://c/k: it is made of more than 100000 segments; upload it anew");
            assertThat(requests).hasValue(100);
        }
    }

    @Test
    void takesAPathThatIsNoneForNoManifest() {
        assertThat(flat(List.of(new Segment("", 7, MD5, "", true)), List.of(PLAIN)))
                .isZero();
        assertThat(flat(List.of(new Segment("/c", 7, MD5, "", true)), List.of(PLAIN)))
                .isZero();
        assertThat(requests).hasValue(0);
    }

    private int flat(List<Segment> outer, List<Segment> inner) {
        return new NestedManifests("cf://c/k", (container, name) -> {
                    requests.incrementAndGet();
                    return Optional.of(inner);
                })
                .flat(outer)
                .size();
    }
}
