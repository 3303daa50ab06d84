package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

/** The shipped routes when a worker meets an Error, which no exception handler names: nobody waits for its object. */
@Timeout(60)
class ErrorRoutesTest {

    private final Path directory;
    private final FakeStore source = new FakeStore();
    private final FakeStore destination = new FakeStore().bucket("b");

    ErrorRoutesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"GET", "PUT"})
    void failsTheObjectAtOnce(Operation operation) {
        source.with("a", "k", "1").with("a", "l", "2");
        FakeStore store = operation == Operation.GET ? source : destination;
        store.requests().breakDown(operation, "k", new StackOverflowError());

        Summary summary = run(Deletion.NONE);

        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(summary.sample(OutcomeKind.FAILED))
                .extracting(Outcome::key, Outcome::attempts, Outcome::reason)
                .containsExactly(tuple("k", 1, "nested too deeply"));
        assertThat(destination.objects("b")).containsOnlyKeys("l");
    }

    @Test
    void failsTheListing() {
        source.with("a", "k", "1");
        source.requests().breakDown(Operation.LIST, "a", new NoClassDefFoundError("x/Y"));

        Summary summary = run(Deletion.NONE);

        assertThat(summary.status()).isEqualTo(RunStatus.COULD_NOT_RUN);
        assertThat(summary.problem()).isEqualTo("the class x.Y is missing: put the jar that has it into lib/");
    }

    @Test
    void failsTheListingOfTheDestination() {
        source.with("a", "k", "1");
        destination.requests().breakDown(Operation.LIST, "b", new StackOverflowError());

        Summary summary = run(Deletion.NONE);

        assertThat(summary.status()).isEqualTo(RunStatus.COULD_NOT_RUN);
        assertThat(summary.problem()).isEqualTo("nested too deeply");
    }

    @Test
    void failsTheObjectWhoseBackupBreaksDown() {
        source.with("a", "k", "1");
        destination.with("b", "k", "another");
        destination.requests().breakDown(Operation.HEAD, "k", new StackOverflowError());

        Summary summary = new RoutesUnderTest(directory, source, destination)
                .run(new RunOptions(
                        RunMode.MIRROR,
                        Compare.ETAG,
                        new Selection(1_000_000),
                        Deletion.NONE,
                        new BackupPlace("old/"),
                        true,
                        Budget.unlimited()));

        assertThat(summary.count(OutcomeKind.FAILED)).isOne();
        assertThat(destination.object("b", "k").text()).isEqualTo("another");
    }

    @Test
    void failsWhatIsAskedForBeforeItIsDeleted() {
        source.with("a", "k", "1");
        destination.with("b", "k", "1").with("b", "old", "2").with("b", "older", "3");
        source.requests().breakDown(Operation.HEAD, "old", new StackOverflowError());

        Summary summary = run(new Deletion(true, new DeleteLimit.None(), 0, false));

        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(summary.sample(OutcomeKind.FAILED))
                .extracting(Outcome::key, Outcome::reason)
                .containsExactly(tuple("old", "nested too deeply"), tuple("older", "nested too deeply"));
        assertThat(destination.objects("b")).containsOnlyKeys("k", "old", "older");
    }

    @Test
    void failsTheBatchThatIsDeleted() {
        source.with("a", "k", "1");
        destination.with("b", "k", "1").with("b", "old", "2");
        destination.requests().breakDown(Operation.DELETE, "old", new NoClassDefFoundError("x/Y"));

        Summary summary = run(new Deletion(true, new DeleteLimit.None(), 0, false));

        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(summary.sample(OutcomeKind.FAILED)).extracting(Outcome::key).containsExactly("old");
    }

    private Summary run(Deletion deletion) {
        return new RoutesUnderTest(directory, source, destination)
                .run(new RunOptions(
                        RunMode.MIRROR,
                        Compare.ETAG,
                        new Selection(1_000_000),
                        deletion,
                        BackupPlace.NONE,
                        true,
                        Budget.unlimited()));
    }
}
