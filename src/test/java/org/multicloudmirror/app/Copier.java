package org.multicloudmirror.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ProducerTemplate;
import org.multicloudmirror.delivery.RunReports;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.JsonForm;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.work.CopyProgress;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.mirror.work.RunSignals;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.stores.StoreRegistry;

/**
 * A process that copies for a run that is in another one: a descriptor on its standard input, then tasks, a line each; an
 * outcome on its standard output for each. What is in its mirror-outcome route sends them to {@code seda:outcomes}.
 */
final class Copier {

    private static final long PATIENCE_MILLIS = 60_000;

    /** Nobody interrupts it, and its share of the budget was taken where the task was made. */
    private enum NoSignals implements RunSignals {
        INSTANCE;

        @Override
        public boolean isInterrupted() {
            return false;
        }

        @Override
        public boolean isAbandoned() {
            return false;
        }

        @Override
        public Budget budget() {
            return Budget.unlimited();
        }

        @Override
        public Limits limits() {
            return Limits.none();
        }

        @Override
        public long open() {
            return 0;
        }

        @Override
        public boolean begin(long sequence) {
            return true;
        }

        @Override
        public void addBytes(long more) {
            // nobody looks
        }

        @Override
        public CopyProgress progressOf(CopyTask task) {
            return bytes -> {};
        }

        @Override
        public void note(String line) {
            throw new IllegalStateException("a copy has nothing to tell of its run: " + line);
        }
    }

    private Copier() {}

    /** Arguments: the directory above {@code routes/}, and a file of settings. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        System.setOut(System.err);
        Settings settings = new SettingsLoader().file(Path.of(args[1])).load();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        try (StoreRegistry stores = new StoreRegistry(settings)) {
            Runs none = new Runs(stores);
            none.copyRuns().begin(new CopyRun(JsonForm.run(in.readLine()), NoSignals.INSTANCE, stores));
            try (Engine engine =
                    new Engine(Home.at(Path.of(args[0])), settings, stores, none, new RunReports(none), false)) {
                Set<Long> seen = new HashSet<>();
                ProducerTemplate producer = engine.context().createProducerTemplate();
                ConsumerTemplate outcomes = engine.context().createConsumerTemplate();
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    CopyTask task = JsonForm.task(line);
                    Boolean repeated = seen.add(task.sequence()) ? null : Boolean.TRUE;
                    producer.sendBodyAndHeader("{{mirror.queue}}", task, "MirrorRepeated", repeated);
                    Outcome outcome = outcomes.receiveBody("seda:outcomes", PATIENCE_MILLIS, Outcome.class);
                    out.println(JsonForm.of(Objects.requireNonNull(outcome, "no outcome came")));
                }
            }
        }
    }
}
