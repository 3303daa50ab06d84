package org.multicloudmirror.model;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.multicloudmirror.app.Batch;
import org.multicloudmirror.app.Engine;
import org.multicloudmirror.app.Home;
import org.multicloudmirror.app.Launch;
import org.multicloudmirror.app.ScenarioRunner;
import org.multicloudmirror.delivery.RunReport;
import org.multicloudmirror.delivery.RunReports;
import org.multicloudmirror.it.servers.Json;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.observe.ProgressReporter;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.ObjectStores;
import org.multicloudmirror.stores.StoreRegistry;

/**
 * Runs the whole engine in this process, a fault plugged in where one is wanted.
 *
 * @param directory for what a run keeps
 */
record ModelRun(Path directory, Fault fault) {

    /**
     * What a run came to.
     *
     * @param kinds the report's word for each object, by key
     */
    record Result(RunStatus status, Map<String, String> kinds, String told) {}

    Result run(World world, Choice choice) {
        try {
            Path report = directory.resolve("report.jsonl");
            Settings settings = settings(world, choice, report);
            try (StoreRegistry registry = new StoreRegistry(settings);
                    RunReport runReport = new RunReport(settings, false)) {
                Scenario scenario = new ScenarioParser(settings.stores()).parse(world.scenario());
                Report told = run(settings, new Faulty(registry, scenario, fault), scenario, runReport);
                Map<String, String> kinds = new TreeMap<>();
                Map<String, String> reasons = new TreeMap<>();
                Json.objects(Files.readAllBytes(report)).stream()
                        .filter(line -> line.containsKey("key"))
                        .forEach(line -> {
                            kinds.put(String.valueOf(line.get("key")), String.valueOf(line.get("type")));
                            reasons.put(String.valueOf(line.get("key")), line.get("type") + ": " + line.get("reason"));
                        });
                return new Result(told.status(), kinds, told.summaries().get(0).problem() + " " + reasons);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Report run(Settings settings, ObjectStores stores, Scenario scenario, RunReport runReport) {
        Runs runs = new Runs(stores);
        RunReports runReports = new RunReports(runs);
        try (Engine engine = new Engine(Home.find(), settings, stores, runs, runReports, false)) {
            ScenarioRunner runner = new ScenarioRunner(
                    engine, runReports, ProgressReporter.NONE, Launch.locks(settings, store -> store), false);
            return new Batch(runner, Launch.options(settings), runReport).run(List.of(scenario));
        }
    }

    private Settings settings(World world, Choice choice, Path report) throws IOException {
        Properties properties = new Properties();
        world.cloud().s3Store().forEach((name, value) -> properties.setProperty("mirror.stores.s3." + name, value));
        world.cloud().swiftStore().forEach((name, value) -> properties.setProperty("mirror.stores.cf." + name, value));
        properties.setProperty("mirror.retry.delay", "1");
        properties.setProperty("mirror.retries.throttled", "3");
        properties.setProperty("mirror.state-dir", directory.toString());
        properties.setProperty("mirror.lock-dir", directory.toString());
        properties.setProperty("mirror.report", report.toString());
        properties.putAll(choice.settings());
        properties.setProperty("mirror.filters", fault.filters(properties.getProperty("mirror.filters")));
        Set<String> named = choice.named();
        if (named != null) {
            Path list = Files.write(directory.resolve("keys"), named);
            properties.setProperty("mirror.files-from", list.toString());
        }
        Path file = directory.resolve("model.properties");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return new SettingsLoader().file(file).load();
    }

    /** The stores with a fault around them. */
    private record Faulty(StoreRegistry registry, Scenario scenario, Fault fault) implements ObjectStores {

        @Override
        public Set<String> names() {
            return registry.names();
        }

        @Override
        public ObjectStore named(String name) {
            ObjectStore store = registry.named(name);
            return name.equals(scenario.source().store()) ? fault.source(store) : fault.destination(store);
        }
    }
}
