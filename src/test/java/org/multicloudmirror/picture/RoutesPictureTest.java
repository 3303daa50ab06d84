package org.multicloudmirror.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.Generated;

/** The picture in the docs is made from the shipped routes. */
class RoutesPictureTest {

    private final RouteMap map = RouteMap.of(Path.of("routes"));

    RoutesPictureTest() throws IOException {}

    @Test
    void thePictureShowsTheRoutesAsTheyAre() throws IOException {
        Generated.assertUpToDate(Path.of("docs/routes.svg"), new RoutesPicture(map).svg());
    }

    @Test
    void theMapKnowsWhoSendsToWhom() {
        assertThat(map.nodes().get("mirror-list").to()).containsExactly("mirror-list", "mirror-copy", "mirror-outcome");
        assertThat(map.nodes().get("mirror-copy").to()).contains("mirror-transfer", "mirror-outcome");
        assertThat(map.nodes().get("mirror-get-put").elsewhere()).containsExactly("objectstore:get", "objectstore:put");
        assertThat(map.nodes().get("mirror-after-run").to()).containsExactly("mirror-call-hooks");
    }
}
