package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.DeleteLimit;
import org.multicloudmirror.mirror.options.Deletion;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.options.Selection;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.FakeStore;

/** Routes that are not the shipped ones. */
class EditedRoutesTest {

    private static final RunOptions DELETING = new RunOptions(
            RunMode.MIRROR,
            Compare.ETAG,
            new Selection(1L << 30),
            new Deletion(true, new DeleteLimit.None(), 0, false),
            BackupPlace.NONE,
            true,
            Budget.unlimited());

    private final Path directory;
    private final Path home;
    private final FakeStore source = new FakeStore();
    private final FakeStore destination = new FakeStore();

    EditedRoutesTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.home = directory.resolve("home");
        Files.createDirectories(home.resolve("routes"));
    }

    /** Those of the version before, as users may have edited them. */
    @Test
    void thoseOfTheVersionBeforeStillRun() throws IOException {
        take(Path.of("src/test/resources/upgrade/5374f15/routes"));
        source.with("a", "one", "1").with("a", "same", "2").with("a", "metadata", FakeObject.of("3"));
        source.with("a", "fails", "4");
        source.requests().failAlways(Operation.GET, "fails", new TransientStoreException("503"));
        destination.with("b", "same", "2").with("b", "metadata", "3").with("b", "extra", "5");
        destination.with("b", "changed", "old");
        source.with("a", "changed", "newer");

        Summary copied = run(FakeRuns.COPY);
        assertThat(copied.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(copied.count(OutcomeKind.COPIED)).isEqualTo(2);
        assertThat(copied.count(OutcomeKind.FAILED)).isOne();
        assertThat(copied.equal()).isEqualTo(2);

        source.delete("a", List.of("fails"));
        Summary deleted = run(DELETING);
        assertThat(deleted.status()).isEqualTo(RunStatus.OK);
        assertThat(deleted.count(OutcomeKind.DELETED)).isOne();
        assertThat(destination.objects("b")).containsOnlyKeys("one", "same", "metadata", "changed");
    }

    /** Each outcome is sent twice: the run ends once, with the right numbers, and after its last copy. */
    @Test
    void aSecondOutcomeOfAnObjectChangesNothing() throws IOException {
        take(Path.of("routes"));
        String send = "            - to: direct:mirror-outcome\n";
        String keep =
                "            - setProperty:\n                name: Outcome\n                simple: \"${body}\"\n";
        String restore = "            - setBody:\n                simple: \"${exchangeProperty.Outcome}\"\n";
        edit("mirror-copy.camel.yaml", send, keep + send + restore + send);
        destination.bucket("b");
        for (int i = 0; i < 40; i++) {
            source.with("a", "k" + i, "text");
        }

        Summary summary = run(FakeRuns.COPY);

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(summary.count(OutcomeKind.COPIED)).isEqualTo(40);
        assertThat(destination.objects("b")).hasSize(40);
    }

    /** A route that drops a message: its object is failed by name, and the run ends. */
    @Test
    void anObjectWhoseMessageIsLostIsFailed() throws IOException {
        take(Path.of("routes"));
        String send = "            - to: direct:mirror-outcome\n";
        String but =
                "            - filter:\n                simple: \"${body.key} != 'lost'\"\n                steps:\n";
        edit("mirror-copy.camel.yaml", send, but + "      " + send);
        source.with("a", "lost", "1").with("a", "kept", "2");
        destination.bucket("b");

        Summary summary = run(FakeRuns.COPY);

        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(summary.sample(OutcomeKind.FAILED))
                .extracting(Outcome::key, Outcome::reason)
                .containsExactly(tuple(
                        "lost", "lost on its way through this program: a route that was edited may lose messages"));
        assertThat(summary.count(OutcomeKind.COPIED)).isOne();
    }

    /** What waits where nobody takes it is a copy of the message, and not on its way. */
    @Test
    void aCopyInAQueueOfTheUsersOwnHidesNoLoss() throws IOException {
        take(Path.of("routes"));
        String inspect = "        - process:\n            ref: inspect\n";
        edit("mirror-copy.camel.yaml", inspect, "        - wireTap:\n            uri: seda:audit\n" + inspect);
        edit("mirror-copy.camel.yaml", "            - to: direct:mirror-outcome\n", "            - log: dropped\n");
        source.with("a", "one", "1");
        destination.bucket("b");

        Summary summary = run(FakeRuns.COPY);

        assertThat(summary.sample(OutcomeKind.FAILED))
                .singleElement()
                .extracting(Outcome::reason)
                .asString()
                .startsWith("lost on its way");
    }

    /** A step that takes longer than a message may be nowhere, before those that the shipped routes begin with. */
    @Test
    void whatIsSlowIsNotLost() throws IOException {
        take(Path.of("routes"));
        String delay = "        - delay:\n            constant: \"2000\"\n";
        String inspect = "        - process:\n            ref: inspect\n";
        edit("mirror-copy.camel.yaml", inspect, delay + inspect);
        String range = "        - setHeader:\n            name: MirrorRange\n";
        edit("mirror-list.camel.yaml", range, delay + range);
        source.with("a", "one", "1");
        destination.bucket("b");

        Summary summary = run(FakeRuns.COPY);

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(summary.count(OutcomeKind.COPIED)).isOne();
    }

    /** A task that comes twice, and nobody says so: what it copied the first time is no backup. */
    @Test
    void aTaskThatComesTwiceKeepsTheTrueBackup() throws IOException {
        take(Path.of("routes"));
        String queue = """
                - to:
                    uri: "{{mirror.queue}}"
                    parameters:
                      size: "{{mirror.queue.size}}"
                      blockWhenFull: true
                """.indent(26);
        edit("mirror-list.camel.yaml", queue, queue + queue);
        edit("mirror-copy.camel.yaml", "\"{{mirror.process}}\"", "1");
        source.with("a", "k", "newer").with("a", "last", "1");
        destination.with("b", "k", "old");

        Summary summary = run(new RunOptions(
                RunMode.MIRROR,
                Compare.ETAG,
                new Selection(1L << 30),
                Deletion.NONE,
                new BackupPlace("old/"),
                true,
                Budget.unlimited()));

        assertThat(summary.count(OutcomeKind.COPIED)).isEqualTo(2);
        assertThat(destination.object("b", "old/k").text()).isEqualTo("old");
    }

    /** A route that drops a range: the run fails, since nobody knows what was in it, and it ends. */
    @Test
    void aRunWhoseRangeIsLostFails() throws IOException {
        take(Path.of("routes"));
        edit("mirror-run.camel.yaml", "        - to: \"{{mirror.ranges}}\"\n", "        - log: \"dropped\"\n");
        source.with("a", "one", "1");
        destination.bucket("b");

        Summary summary = run(FakeRuns.COPY);

        assertThat(summary.status()).isEqualTo(RunStatus.COULD_NOT_RUN);
        assertThat(summary.problem())
                .isEqualTo("a part of the listing was lost on its way through this program: a route that was edited may"
                        + " lose messages");
    }

    /** A route that lists and tells nobody how that ended. */
    @Test
    void aRunWhoseMarkerIsLostFails() throws IOException {
        take(Path.of("routes"));
        edit("mirror-list.camel.yaml", "        - to: direct:mirror-outcome\n", "        - log: \"dropped\"\n");
        source.with("a", "one", "1");
        destination.bucket("b");

        Summary summary = run(FakeRuns.COPY);

        assertThat(summary.status()).isEqualTo(RunStatus.COULD_NOT_RUN);
        assertThat(summary.count(OutcomeKind.COPIED)).isOne();
        assertThat(summary.problem()).startsWith("a part of the listing was lost on its way");
    }

    /** A filter between the inner split and the idempotent consumer. */
    @Test
    void aRunWhoseTasksAreDroppedBeforeTheyAreQueuedFails() throws IOException {
        take(Path.of("routes"));
        filter("                    - idempotentConsumer:", "${body.entry.key} != 'lost'");
        source.with("a", "kept", "1").with("a", "lost", "2");
        destination.with("b", "extra", "3");

        Summary summary = run(DELETING);

        assertThat(summary.status()).isEqualTo(RunStatus.COULD_NOT_RUN);
        assertThat(summary.problem())
                .isEqualTo(
                        "1 object was lost on its way through this program: a route that was edited may lose messages");
        assertThat(destination.objects("b")).containsOnlyKeys("extra", "kept");
    }

    /** Of three pages and the empty one behind them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${exchangeProperty.CamelSplitIndex} != 0",
                "${exchangeProperty.CamelSplitIndex} != 2",
                "${exchangeProperty.CamelSplitIndex} < 3",
                "${exchangeProperty.CamelSplitIndex} < 0"
            })
    void aRunWhosePagesAreDroppedFails(String which) throws IOException {
        take(Path.of("routes"));
        filter("              - setBody:", which);
        for (int i = 0; i < 3; i++) {
            source.with("a", "k" + i, "text");
        }
        source.pageSizes(1);
        destination.with("b", "extra", "3");

        Summary summary = run(DELETING);

        assertThat(summary.status()).isEqualTo(RunStatus.COULD_NOT_RUN);
        assertThat(summary.problem())
                .isEqualTo("a page of the listing was lost on its way through this program: a route that was edited may"
                        + " lose messages");
        assertThat(destination.objects("b")).containsKey("extra");
    }

    /** A route that drops a batch before it is deleted. */
    @Test
    void aRunWhoseDeletionsAreLostFails() throws IOException {
        take(Path.of("routes"));
        String delete = "        - to: objectstore:bulk-delete\n";
        edit("mirror-delete.camel.yaml", delete, "        - stop: {}\n" + delete);
        source.with("a", "one", "1");
        destination.with("b", "extra", "3").with("b", "other", "4");

        Summary summary = run(DELETING);

        assertThat(summary.status()).isEqualTo(RunStatus.COULD_NOT_RUN);
        assertThat(summary.problem())
                .isEqualTo(
                        "the deletion is not whole: 2 objects were lost on their way through this program: a route that"
                                + " was edited may lose messages");
        assertThat(summary.count(OutcomeKind.COPIED)).isOne();
    }

    /** A step of mirror-list and those behind it are for some messages only. */
    private void filter(String step, String which) throws IOException {
        Path route = home.resolve("routes/mirror-list.camel.yaml");
        String indent = step.substring(0, step.indexOf('-'));
        List<String> edited = new ArrayList<>();
        boolean isFiltered = false;
        for (String line : Files.readAllLines(route)) {
            if (line.equals(step)) {
                edited.add(indent + "- filter:");
                edited.add(indent + "    simple: \"" + which + "\"");
                edited.add(indent + "    steps:");
                isFiltered = true;
            }
            isFiltered &= line.startsWith(indent);
            edited.add(isFiltered ? "      " + line : line);
        }
        assertThat(edited).contains(indent + "- filter:");
        Files.write(route, edited);
    }

    private Summary run(RunOptions options) {
        return new RoutesUnderTest(directory, source, destination).run(Home.at(home), options);
    }

    private void take(Path routes) throws IOException {
        try (Stream<Path> files = Files.list(routes)) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve("routes").resolve(file.getFileName()));
            }
        }
    }

    private void edit(String file, String text, String by) throws IOException {
        Path route = home.resolve("routes").resolve(file);
        String before = Files.readString(route);
        assertThat(before).contains(text);
        Files.writeString(route, before.replace(text, by));
    }
}
