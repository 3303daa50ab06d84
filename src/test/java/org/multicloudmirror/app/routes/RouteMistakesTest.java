package org.multicloudmirror.app.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.component.timer.TimerConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.app.Engine;
import org.multicloudmirror.app.EngineException;
import org.multicloudmirror.app.Home;
import org.multicloudmirror.delivery.RunReports;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.testing.FakeStores;
import org.multicloudmirror.testing.Logged;

/** A mistake in a file of routes is told in one line; one in a file of the user's own keeps nothing else from running. */
class RouteMistakesTest {

    private static final String LOG_IT = "to: log:it";
    private static final String LIB =
            "; mend the name, or put the jars of Camel's component into lib/, such as by" + " ./mirror add camel-";

    private final Path directory;
    private final Path routes;
    private final Path own;

    RouteMistakesTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.routes = Files.createDirectories(directory.resolve("home/routes"));
        this.own = routes.resolve("own.camel.yaml");
    }

    /** A processor whose jar lacks another. */
    public static final class Lacking implements Processor {
        @Override
        public void process(Exchange exchange) {
            throw new NoClassDefFoundError("x/Y");
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        own("to: nothing:at-all"), "8: route own: there is no component \"nothing\"" + LIB + "nothing"),
                arguments(
                        own(
                                "filter:\n            simple: '${body}'\n            steps:\n              - to: nothing:x"),
                        "11: route own: there is no component \"nothing\"" + LIB + "nothing"),
                arguments(
                        own("to: log:a?colour=red"),
                        "8: route own: its endpoint has no option \"colour\"; mend the name"),
                arguments(
                        own("process: {ref: nobody}"),
                        "8: route own: there is no bean \"nobody\"; mend the name, or declare it in a beans section"),
                arguments(
                        own("to: 'log:{{no.such}}'"),
                        "8: route own: there is no property \"no.such\"; mend the name, set it in a --config file, or"
                                + " write what to take without: {{no.such:...}}"),
                arguments(
                        own("setBody: {groovy: '1'}"),
                        "8: route own: there is no language \"groovy\"" + LIB + "groovy"),
                arguments(
                        own("marshal: {avro: {}}"),
                        "2: route own: there is no data format \"avroJackson\"; mend the name, or put the jars of Camel's"
                                + " component into lib/"),
                arguments(
                        own("setBody: {simple: '${body'}"),
                        "8: route own: expected symbol functionEnd but was eol; mend the expression"),
                arguments(
                        own("to: mirror:run?scenario=RAW(s3://a)"),
                        "8: route own: Scenario \"s3://a\": it has no \"->\"; write it as s3://bucket[/prefix]->"
                                + "cf://container[/prefix]; mend it, or take the file away"),
                arguments(
                        own("to: mirror:run?maxsize=many"),
                        "8: route own: maxsize (of mirror:run) is \"many\"; write a size such as 5368709120 or 5G; mend"
                                + " it, or take the file away"),
                arguments(own("too: log:a"), "8: route own: Unknown node id: too; mend the line"),
                arguments(own("to: {uri: log:a, sorts: 1}"), "8: route own: Unsupported field: sorts; mend the line"),
                arguments(
                        own("to: [log:a"),
                        "9: route own: while parsing a flow sequence, expected ',' or ']', but got <stream end>; mend the"
                                + " line"),
                arguments(
                        own(LOG_IT).replace("direct:own", "direct:mirror-run"),
                        "5: route own: another route begins at its endpoint; write another uri in from"),
                arguments(
                        own(LOG_IT).replace("id: own", "id: mirror-copy"),
                        "3: route mirror-copy: routes/mirror-copy.camel.yaml of the jar has a route of this id; write"
                                + " another"),
                arguments(own(LOG_IT) + own(LOG_IT), "3: route own: this file has a route of this id; write another"),
                arguments(
                        "- beans:\n    - name: x\n      type: no.such.Type\n",
                        "3: there is no class no.such.Type; mend the name, or put its jar into lib/"),
                arguments(
                        "- templatedRoute:\n    routeTemplateRef: nothing\n",
                        "2: there is no routeTemplate \"nothing\"; mend routeTemplateRef"),
                arguments(
                        "- routeConfiguration:\n    id: delete-errors\n",
                        "2: another file has a routeConfiguration \"delete-errors\"; write another id"),
                arguments("", "1: it is empty; write a route, or take the file away"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void leavesTheFileOut(String text, String told) throws IOException {
        Files.writeString(own, text);
        Files.writeString(routes.resolve("other.camel.yaml"), own(LOG_IT).replace("own", "other"));

        try (Logged logged = Logged.of(RouteLoading.class);
                Engine engine = engine()) {
            assertThat(engine.leftOut()).containsExactly(own + ":" + told);
            assertThat(logged.lines()).contains("WARN " + own + ":" + told + "; until then the file is left out");
            assertThat(engine.context().getRoutes())
                    .extracting(Route::getRouteId)
                    .contains("mirror-copy", "other")
                    .doesNotContain("own");
        }
    }

    @Test
    void takesAwayWhatTheFileHadStarted() throws IOException {
        Files.writeString(own, own(LOG_IT) + own("to: nothing:x").replace("own", "second"));

        try (Engine engine = engine()) {
            assertThat(engine.leftOut()).hasSize(1);
            assertThat(engine.context().getRoutes())
                    .extracting(Route::getRouteId)
                    .doesNotContain("own", "second");
        }
    }

    @Test
    void cannotBeginWithoutAFileThatItNeeds() throws IOException {
        Path copy = routes.resolve("mirror-copy.camel.yaml");
        String shipped = Files.readString(Path.of("routes/mirror-copy.camel.yaml"));
        List<String> lines = shipped.lines().toList();
        int line = 1
                + IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).contains("objectstore:get?at"))
                        .findFirst()
                        .orElseThrow();

        Files.writeString(copy, shipped.replace("objectstore:get?at", "objectstore:get?place"));
        assertThatThrownBy(this::engine)
                .isInstanceOf(EngineException.class)
                .hasMessage(copy + ":" + line + ": route mirror-get-put: its endpoint has no option \"place\"; mend the"
                        + " name");

        Files.writeString(copy, shipped.replace("- to: objectstore:get", "- to objectstore: [get"));
        assertThatThrownBy(this::engine)
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith(copy + ":")
                .hasMessageEndingWith("; mend the line");
    }

    @Test
    void tellsInOneLineWhatFailsInARoute() throws Exception {
        Files.writeString(
                own,
                "- beans:\n    - name: lacking\n      type: " + Lacking.class.getName() + "\n"
                        + own("process: {ref: lacking}"));

        try (Logged logged = Logged.of(FailuresOfOwnRoutes.class);
                Engine engine = engine()) {
            engine.context().createProducerTemplate().send("direct:own", exchange -> {});

            assertThat(logged.lines())
                    .containsExactly("ERROR route own of " + own
                            + " failed: the class x.Y is missing: put the jar that has it into lib/");
        }
    }

    @Test
    void tellsOnceWhatFailsBehindATimer() throws Exception {
        Files.writeString(
                own,
                own("throwException: {exceptionType: java.io.IOException, message: no such file}")
                        .replace("direct:own", "timer:own?repeatCount=1&delay=0"));

        try (Logged logged = Logged.of(FailuresOfOwnRoutes.class);
                Logged camels = Logged.of(TimerConsumer.class);
                Engine engine = serving()) {
            await().until(() -> !logged.lines().isEmpty());
            engine.context().getRouteController().stopRoute("own");

            assertThat(logged.lines()).hasSize(1);
            // with a route that is being stopped, Camel tells what it does at debug
            assertThat(camels.lines()).noneMatch(line -> line.startsWith("WARN") || line.startsWith("ERROR"));
        }
    }

    @Test
    void takesFilesOfTheDirectoryBeforeThoseOfTheJar() throws IOException {
        Path report =
                Files.copy(Path.of("routes/mirror-report.camel.yaml"), routes.resolve("mirror-report.camel.yaml"));
        Files.writeString(own, own(LOG_IT));
        Files.copy(Path.of("routes/scenarios.camel.yaml"), routes.resolve("scenarios.camel.yaml"));

        try (Engine engine = engine()) {
            assertThat(engine.routes().all())
                    .extracting(RouteFile::place)
                    .contains("routes/mirror-copy.camel.yaml of the jar", report.toString(), own.toString())
                    .hasSize(9);
            assertThat(engine.routes().places()).isEqualTo("the jar and " + routes);
        }
    }

    private static String own(String step) {
        return """
                # a comment
                - route:
                    id: own
                    from:
                      uri: direct:own
                      steps:
                        - log: it begins
                        - %s
                """.formatted(step);
    }

    private Engine engine() {
        return engine(false);
    }

    private Engine serving() {
        return engine(true);
    }

    private Engine engine(boolean serves) {
        Settings settings = new SettingsLoader()
                .environment(Map.of("MIRROR_STATE_DIR", directory.toString()))
                .load();
        Runs runs = new Runs(new FakeStores());
        return new Engine(
                Home.at(directory.resolve("home")), settings, new FakeStores(), runs, new RunReports(runs), serves);
    }
}
