package org.multicloudmirror.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.delivery.RunReports;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.observe.ProgressReporter;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.testing.FakeStore;
import org.multicloudmirror.testing.FakeStores;

/** The shipped routes beside files of a user's, over two stores in memory: s3 and cf. */
final class OwnRoutes implements AutoCloseable {

    private final Path home;
    private final FakeStore s3 = new FakeStore();
    private final FakeStore cf = new FakeStore();
    private final StringBuilder config = new StringBuilder();
    private @Nullable Engine engine;
    private @Nullable RunsOfRoutes runsOfRoutes;

    /**
     * @param home an empty directory
     */
    OwnRoutes(Path home) throws IOException {
        this.home = home;
        Path routes = Files.createDirectories(home.resolve("routes"));
        try (Stream<Path> shipped = Files.list(Path.of("routes"))) {
            for (Path file : shipped.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
        property("mirror.retry.delay", "1");
        property("mirror.retries", "0");
        property("mirror.lock-dir", home.resolve("locks"));
        property("mirror.state-dir", home);
    }

    /** A file of the user's. */
    OwnRoutes with(String file, String yaml) throws IOException {
        Files.writeString(home.resolve("routes").resolve(file), yaml);
        return this;
    }

    /** A property of the user's configuration. */
    OwnRoutes property(String name, Object value) {
        config.append(name).append('=').append(value).append('\n');
        return this;
    }

    /**
     * Starts them.
     *
     * @param serves whether routes that begin by themselves start as well
     */
    OwnRoutes start(boolean serves) throws IOException {
        Path file = Files.writeString(home.resolve("own.properties"), config);
        Settings settings =
                new SettingsLoader().file(file).environment(Map.of()).load();
        FakeStores stores = new FakeStores().with("s3", s3).with("cf", cf);
        Runs runs = new Runs(stores);
        RunReports runReports = new RunReports(runs);
        Engine started = new Engine(Home.at(home), settings, stores, runs, runReports, serves);
        engine = started;
        runsOfRoutes = new RunsOfRoutes(
                settings,
                stores.names(),
                new ScenarioRunner(
                        started, runReports, ProgressReporter.NONE, Launch.locks(settings, store -> store), true),
                started,
                Duration.ofSeconds(10));
        started.runsBy(runsOfRoutes);
        return this;
    }

    /** Waits until everybody is told of the runs that routes have started; no more begin. */
    void endRuns() {
        if (runsOfRoutes == null) {
            throw new IllegalStateException("it is not started");
        }
        runsOfRoutes.end();
    }

    FakeStore s3() {
        return s3;
    }

    FakeStore cf() {
        return cf;
    }

    CamelContext context() {
        if (engine == null) {
            throw new IllegalStateException("it is not started");
        }
        return engine.context();
    }

    ProducerTemplate producer() {
        return context().createProducerTemplate();
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
