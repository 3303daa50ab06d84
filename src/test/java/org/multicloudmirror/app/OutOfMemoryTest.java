package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.BrokenDownException;
import org.multicloudmirror.storage.OutOfMemoryExit;
import org.multicloudmirror.testing.Logged;

/** As the routes have it: the handler of this error stands before those of all others. */
class OutOfMemoryTest {

    private final List<Integer> codes = new ArrayList<>();

    @Test
    void endsTheProcessWithOneLine() throws Exception {
        try (Logged logged = Logged.of(OutOfMemoryExit.class)) {
            run(new OutOfMemoryError("Java heap space"));

            assertThat(codes).containsExactly(1);
            assertThat(logged.lines())
                    .singleElement()
                    .asString()
                    .startsWith("ERROR out of memory: give Java more (-Xmx)");
        }
    }

    @Test
    void leavesEveryOtherFailureAlone() throws Exception {
        run(new StackOverflowError());

        assertThat(codes).isEmpty();
    }

    /** Handlers are asked in their order. */
    @Test
    void isTheFirstHandlerOfEveryRouteFileThatHasSome() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                int first = text.indexOf("- onException:");
                if (first >= 0) {
                    assertThat(text.substring(first).lines().skip(2).findFirst())
                            .as(file.toString())
                            .hasValueSatisfying(
                                    line -> assertThat(line.strip()).isEqualTo("- java.lang.OutOfMemoryError"));
                }
            }
        }
    }

    private void run(Error error) throws Exception {
        CamelContext camel = new DefaultCamelContext();
        try {
            camel.getRegistry().bind("out-of-memory", new OutOfMemory(codes::add));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    onException(OutOfMemoryError.class).process("out-of-memory");
                    onException(Exception.class).handled(true);
                    from("direct:work").process(exchange -> {
                        throw new BrokenDownException(error);
                    });
                }
            });
            camel.start();
            camel.createProducerTemplate().send("direct:work", exchange -> {});
        } finally {
            camel.stop();
        }
    }
}
