package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.testing.Logged;
import org.multicloudmirror.testing.ScheduledText;

/** A directory of files of scheduled scenarios, one of each team. */
class ScenarioSourceTest {

    private static final String PHOTOS = entry("photos", "s3://photos->cf://photos");
    private static final String VIDEOS = entry("videos", "s3://videos->cf://videos");

    private final Path directory;
    private final Path one;
    private final Path other;
    private final FakeService service;

    ScenarioSourceTest(@TempDir Path state, @TempDir Path directory) throws IOException {
        this.directory = directory;
        this.one = directory.resolve("one-team.yaml");
        this.other = directory.resolve("other-team.yml");
        Files.writeString(one, PHOTOS);
        Files.writeString(other, VIDEOS);
        Files.writeString(directory.resolve(".hidden.yaml"), "- broken");
        Files.writeString(directory.resolve("notes.txt"), "broken: too");
        service = new FakeService(state, directory);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void allFilesAreRead() {
        assertThat(source().parse(source().read()))
                .extracting(ScheduledScenario::name, ScheduledScenario::at)
                .containsExactly(tuple("photos", one + ":2"), tuple("videos", other + ":2"));
    }

    @Test
    void everyMistakeIsToldWithItsFile() throws IOException {
        Files.writeString(one, "- what");
        Files.writeString(other, VIDEOS.replace("every", "ever"));

        assertThat(refused())
                .anySatisfy(line -> assertThat(line).startsWith(one + ":1: "))
                .anySatisfy(line -> assertThat(line).startsWith(other + ":8: there is no parameter \"ever\""));
    }

    @Test
    void aNameIsHadOnce() throws IOException {
        Files.writeString(other, entry("photos", "s3://videos->cf://videos"));

        assertThat(refused())
                .containsExactly(other + ":2: routeId \"photos\" is also that of " + one + ":2; rename one");
    }

    @Test
    void noTeamDeletesWhatAnotherCopies() throws IOException {
        Files.writeString(
                other,
                ScheduledText.of("videos", "scenario", "s3://videos->cf://photos", "every", "1m", "delete", "true"));

        assertThat(refused())
                .singleElement()
                .asString()
                .startsWith(
                        other + ":2: Scenario \"s3://videos->cf://photos\": its destination cf://photos is also that"
                                + " of \"s3://photos->cf://photos\"");
    }

    @Test
    void aDirectoryWithoutFilesIsAMistake() throws IOException {
        Files.delete(one);
        Files.delete(other);

        assertThat(catchThrowableOfType(ScenariosFileException.class, () -> source().read())
                        .lines())
                .containsExactly(directory + " has no file *.yaml; write one, or set mirror.scenarios to a file, or a"
                        + " directory of files");
    }

    @Test
    void aTeamsMistakeHoldsUpNoOther() throws IOException {
        ScenarioTexts before = source().read();
        Files.writeString(one, PHOTOS + "- what");
        Files.writeString(other, VIDEOS + entry("more", "s3://more->cf://more"));

        ScenarioSource.Change change = source().change(source().read(), before);

        assertThat(change.complaints()).singleElement().asString().startsWith(one + ":");
        assertThat(change.scenarios()).extracting(ScheduledScenario::name).containsExactly("photos", "videos", "more");
        assertThat(change.texts().text(one)).isEqualTo(PHOTOS);
    }

    @Test
    void aNewFileWithAMistakeIsLeftOut() throws IOException {
        ScenarioTexts before = source().read();
        Path third = directory.resolve("third.yaml");
        Files.writeString(third, "- what");

        ScenarioSource.Change change = source().change(source().read(), before);

        assertThat(change.complaints()).singleElement().asString().startsWith(third + ":1: ");
        assertThat(change.texts()).isEqualTo(before);
    }

    /** Somebody replaced it by a link whose end is not there yet, or took away the right to read it. */
    @Test
    void aFileThatCannotBeReadStaysAsItWas() throws IOException {
        ScenarioTexts before = source().read();
        Files.delete(one);
        Files.createSymbolicLink(one, directory.resolve("nowhere"));
        Files.writeString(other, VIDEOS + entry("more", "s3://more->cf://more"));
        Path third = Files.createDirectory(directory.resolve("third.yaml"));
        Path fourth = directory.resolve("fourth.yaml");
        Files.write(fourth, new byte[] {(byte) 0xFF});

        ScenarioSource.Change change = source().change(source().read(), before);

        assertThat(change.complaints())
                .containsExactlyInAnyOrder(
                        fourth + " cannot be read (it is not UTF-8); restore it, or set mirror.scenarios to a text file"
                                + " in UTF-8",
                        one + " is no file, or a link to none; restore it, or remove it",
                        third + " is no file, or a link to none; restore it, or remove it");
        assertThat(change.scenarios()).extracting(ScheduledScenario::name).containsExactly("photos", "videos", "more");
        assertThat(change.texts().text(one)).isEqualTo(PHOTOS);
        assertThat(refused()).as("at the start").hasSize(3);
    }

    @Test
    void whatOnlyShowsBetweenFilesLeavesAllAsItWas() throws IOException {
        ScenarioTexts before = source().read();
        Files.writeString(other, VIDEOS + entry("photos", "s3://x->cf://x"));

        ScenarioSource.Change change = source().change(source().read(), before);

        assertThat(change.complaints()).singleElement().asString().contains("is also that of");
        assertThat(change.texts()).isEqualTo(before);
        assertThat(change.scenarios()).hasSize(2);
    }

    @Test
    void anEmptiedFileStaysAsItWasUnlessItSaysSo() throws IOException {
        ScenarioTexts before = source().read();
        Files.writeString(one, "");
        ScenarioSource.Change emptied = source().change(source().read(), before);
        Files.writeString(one, "[]\n");
        ScenarioSource.Change none = source().change(source().read(), before);

        assertThat(emptied.complaints())
                .containsExactly(one + " names no scenario any more; write [] into it if none is to run");
        assertThat(emptied.scenarios()).hasSize(2);
        assertThat(none.complaints()).isEmpty();
        assertThat(none.scenarios()).extracting(ScheduledScenario::name).containsExactly("videos");
    }

    @Test
    void aNewFileMayBeEmpty() throws IOException {
        ScenarioTexts before = source().read();
        Path third = directory.resolve("third.yaml");
        Files.writeString(third, "# to come\n");

        ScenarioSource.Change change = source().change(source().read(), before);

        assertThat(change.complaints()).isEmpty();
        assertThat(change.scenarios()).hasSize(2);
    }

    @Test
    void theServiceFollowsThem() throws IOException {
        ScenarioTexts loaded = source().read();
        assertThat(service.routes().apply(source().parse(loaded))).isEmpty();
        try (Logged logged = Logged.of(ScenarioWatch.class);
                ScenarioWatch watch = new ScenarioWatch(source(), service.routes(), service.series(), loaded)) {
            watch.start();
            Files.writeString(one, PHOTOS + "- what");
            await().until(() -> !logged.lines().isEmpty());
            assertThat(logged.lines().get(0)).startsWith("ERROR " + one + ":");
            assertThat(service.routes().size()).isEqualTo(2);

            Files.writeString(other, VIDEOS + entry("more", "s3://more->cf://more"));
            await().until(() -> service.routes().size() == 3);
            Files.writeString(one, PHOTOS + entry("mended", "s3://m->cf://m"));
            await().until(() -> service.routes().size() == 4);
            Files.move(other, directory.resolve("aside"));
            Files.createSymbolicLink(other, directory.resolve("nowhere"));
            await().until(() -> logged.lines()
                    .contains("ERROR " + other + " is no file, or a link to none; restore it, or" + " remove it"));
            assertThat(service.routes().size()).isEqualTo(4);
            assertThat(service.control(Duration.ZERO).status().mistakes()).hasSize(1);
            Files.delete(other);
            await().until(() -> service.routes().size() == 2);
            assertThat(service.routes().byName("mended")).isPresent();
        }
    }

    private ScenarioSource source() {
        return service.source();
    }

    private List<String> refused() {
        return catchThrowableOfType(ScenariosFileException.class, () -> source().parse(source().read()))
                .lines();
    }

    private static String entry(String name, String scenario) {
        return ScheduledText.of(name, "scenario", scenario, "every", "366d");
    }
}
