package org.multicloudmirror.app.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteTextTest {

    private final RouteText text = new RouteText("""
            # log:a
            - beans:
                - name: x
            - route:
                from:
                  uri: log:a
            - route:
                id: "second"
                from:
                  uri: log:b
            - route:
                from:
                  uri: direct:a
                  id: third # last
            """);

    @Test
    void findsTheRouteOfALine() {
        assertThat(text.routeAt(3)).isEmpty();
        assertThat(text.routeAt(6)).isEmpty();
        assertThat(text.routeAt(7)).contains("second");
        assertThat(text.routeAt(99)).contains("third");
    }

    @Test
    void findsALine() {
        assertThat(text.lineOf("second")).contains(7);
        assertThat(text.lineOf("nobody")).isEmpty();
        assertThat(text.lineWith("log:a", 4)).contains(6);
        assertThat(text.lineWith("log:a", 7)).isEmpty();
    }
}
