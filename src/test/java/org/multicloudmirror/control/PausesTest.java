package org.multicloudmirror.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PausesTest {

    private static final Instant LATER = Instant.parse("2199-01-01T00:00:00Z");

    private final Path directory;
    private final Pauses pauses;

    PausesTest(@TempDir Path directory) {
        this.directory = directory.resolve("state");
        this.pauses = new Pauses(this.directory);
    }

    @Test
    void holdUntilTheyAreResumed() throws IOException {
        assertThat(pauses.isPaused("photos")).isFalse();
        assertThat(pauses.all()).isEmpty();

        pauses.pause("photos", Pauses.UNTIL_RESUMED);
        pauses.pause("texts", LATER);

        Pauses again = new Pauses(directory);
        assertThat(again.all()).isEqualTo(Map.of("photos", Pauses.UNTIL_RESUMED, "texts", LATER));
        assertThat(again.resume("photos")).isTrue();
        assertThat(again.resume("photos")).isFalse();
        assertThat(pauses.isPaused("photos")).isFalse();
        assertThat(pauses.isPaused("texts")).isTrue();
    }

    @Test
    void passByThemselvesWhenTheyHaveAnEnd() throws IOException {
        pauses.pause("photos", Instant.now().minusSeconds(1));

        assertThat(pauses.isPaused("photos")).isFalse();
        assertThat(pauses.all()).isEmpty();
        assertThat(directory).as("the file goes with it").isEmptyDirectory();
    }

    @Test
    void areRemovedByWhoeverSeesThatTheyHavePassed() throws IOException {
        pauses.pause("photos", Instant.now().minusSeconds(1));
        pauses.pause("texts", LATER);

        assertThat(pauses.all()).containsOnlyKeys("texts");
        assertThat(directory).isDirectoryNotContaining("glob:**paused-photos");
    }

    @Test
    void tellTheirEndInTheTimeOfThisPlace() {
        Instant until = Instant.parse("2036-11-30T21:00:00Z");

        assertThat(LocalTimes.text(until, ZoneId.of("Europe/Berlin"))).isEqualTo("2036-11-30 22:00:00+01:00");
        assertThat(orders().pause(Optional.of("photos"), until).message())
                .isEqualTo("paused until " + LocalTimes.text(until, ZoneId.systemDefault()) + ": photos");
    }

    @Test
    void tellTheRemedyOfWhatIsWrong() throws IOException {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "a file in its place");

        assertThat(orders().pause(Optional.of("photos"), LATER).message())
                .startsWith("the state directory " + directory + " cannot be written (")
                .endsWith("); do this again when it can, or give the service another by mirror.state-dir");
    }

    private PauseOrders orders() {
        return new PauseOrders(pauses, new KnownNames(List.of("photos"), "scenarios.yaml"));
    }

    @Test
    void holdWhenTheirFileIsBroken() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("paused-photos"), "tomor");

        assertThat(pauses.until("photos")).contains(Pauses.UNTIL_RESUMED);
    }

    /** Root may pause for the service, which then reads and replaces the file. */
    @Test
    void canBeReadByOthersAndReplaceOneAnother() throws IOException {
        pauses.pause("photos", LATER);
        pauses.pause("photos", Pauses.UNTIL_RESUMED);

        assertThat(directory).isDirectoryContaining("glob:**paused-photos").isDirectoryNotContaining("glob:**.new");
        assertThat(Files.getPosixFilePermissions(directory.resolve("paused-photos")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    }

    @Test
    void areOrderedByName() {
        PauseOrders orders = new PauseOrders(pauses, new KnownNames(List.of("photos", "texts"), "scenarios.yaml"));

        assertThat(orders.pause(Optional.of("photos"), Pauses.UNTIL_RESUMED)).isEqualTo(Answer.done("paused: photos"));
        assertThat(orders.pause(Optional.of("text"), LATER))
                .isEqualTo(Answer.of(
                        Answer.Result.UNKNOWN,
                        "there is no scenario \"text\" in scenarios.yaml (did you mean \"texts\"?); it has photos,"
                                + " texts"));
        assertThat(orders.pause(Optional.empty(), LATER))
                .isEqualTo(Answer.done(
                        "paused until " + LocalTimes.text(LATER, ZoneId.systemDefault()) + ": photos, texts"));
        assertThat(orders.resume(Optional.of("photos"))).isEqualTo(Answer.done("resumed: photos"));
        assertThat(orders.resume(Optional.of("photos"))).isEqualTo(Answer.done("photos was not paused"));
        assertThat(orders.resume(Optional.of("../photos")).result()).isEqualTo(Answer.Result.UNKNOWN);
    }

    /** It may have been taken out to be put in again. */
    @Test
    void outliveTheirEntry() {
        new PauseOrders(pauses, new KnownNames(List.of("photos"), "scenarios.yaml"))
                .pause(Optional.empty(), Pauses.UNTIL_RESUMED);
        PauseOrders without = new PauseOrders(pauses, new KnownNames(List.of(), "scenarios.yaml"));

        assertThat(pauses.isPaused("photos")).isTrue();
        assertThat(without.resume(Optional.empty())).isEqualTo(Answer.done("resumed: photos"));
        assertThat(without.resume(Optional.empty())).isEqualTo(Answer.done("nothing was paused"));
    }

    @Test
    void sayWhatIsToBeDoneWhereTheyCannotBeKept() throws IOException {
        Files.createFile(directory);

        assertThat(new PauseOrders(pauses, new KnownNames(List.of("photos"), "scenarios.yaml"))
                        .pause(Optional.of("photos"), LATER))
                .isEqualTo(Answer.of(
                        Answer.Result.FAILED,
                        "the state directory " + directory + " cannot be written (it is no directory); do"
                                + " this again when it can, or give the service another by mirror.state-dir"));
    }
}
