package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.testing.Logged;
import org.multicloudmirror.testing.ScheduledText;

class ScenarioWatchTest {

    private final Path directory;

    ScenarioWatchTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** An editor, or a full disk, may have cut it off. */
    @Test
    void anEmptiedFileIsAMistakeUnlessItSaysSo() throws IOException {
        Path file = directory.resolve("scenarios.yaml");
        String text = ScheduledText.of("it", "scenario", "s3://a->cf://b", "cron", "0 0 3 1 1 ?");
        Files.writeString(file, text);
        try (FakeService service = new FakeService(directory, file);
                Logged logged = Logged.of(ScenarioWatch.class);
                ScenarioWatch watch = new ScenarioWatch(
                        service.source(), service.routes(), service.series(), ScenarioTexts.of(file, text))) {
            assertThat(service.apply(text)).isEmpty();
            watch.start();

            Files.writeString(file, "# nothing\n");
            await().until(() -> !logged.lines().isEmpty());
            assertThat(logged.lines().get(0))
                    .isEqualTo("ERROR " + file + " names no scenario any more; write [] into it if none is to run");
            assertThat(service.routes().size()).isOne();
            assertThat(service.control(Duration.ZERO).status().mistakes())
                    .containsExactly(file + " names no scenario any more; write [] into it if none is to run");

            Files.writeString(file, "[] # for now\n");
            await().until(() -> service.routes().size() == 0);
            await().until(() ->
                    service.control(Duration.ZERO).status().mistakes().isEmpty());

            Files.move(file, directory.resolve("aside"));
            await().until(() ->
                    !service.control(Duration.ZERO).status().mistakes().isEmpty());

            Files.move(directory.resolve("aside"), file);
            await().until(() ->
                    logged.lines().get(logged.lines().size() - 1).equals("INFO " + file + " is loaded: 0 scheduled"));
            assertThat(service.control(Duration.ZERO).status().mistakes()).isEmpty();
        }
    }

    @Test
    void aMistakeCountsWhenItIsReadTwiceAndIsToldOnce() throws IOException {
        Path file = directory.resolve("scenarios.yaml");
        String text = ScheduledText.of("it", "scenario", "s3://a->cf://b", "cron", "0 0 3 1 1 ?");
        Files.writeString(file, text.replace("cron", "corn"));
        try (FakeService service = new FakeService(directory, file);
                Logged logged = Logged.of(ScenarioWatch.class);
                ScenarioWatch watch = new ScenarioWatch(
                        service.source(), service.routes(), service.series(), ScenarioTexts.of(file, text))) {
            watch.look();
            assertThat(logged.lines()).as("it may not be whole yet").isEmpty();

            for (int look = 0; look < 3; look++) {
                watch.look();
            }
            assertThat(logged.lines())
                    .filteredOn(line -> line.endsWith("the scenarios that run go on as they are"))
                    .hasSize(1);
        }
    }

    @Test
    void theLastGoodTextGoesOn() throws IOException {
        Path file = directory.resolve("scenarios.yaml");
        String first = ScheduledText.of("it", "scenario", "s3://a->cf://b", "cron", "0 0 3 1 1 ?");
        String good = first + ScheduledText.of("other", "scenario", "s3://a->cf://c", "cron", "0 0 3 1 1 ?");
        String broken = first.replace("cron", "corn");
        String unspeakable = first + ScheduledText.of("bad", "scenario", "s3://a/)&}&->cf://b", "poll", "1h");
        try (FakeService service = new FakeService(directory, file);
                ScenarioWatch watch = new ScenarioWatch(
                        service.source(), service.routes(), service.series(), ScenarioTexts.of(file, first))) {
            assertThat(service.apply(first)).isEmpty();

            assertThat(mistakes(service, watch, file, good)).isEmpty();
            assertThat(service.routes().size()).isEqualTo(2);

            String mistake = mistakes(service, watch, file, broken);
            assertThat(mistake).contains("corn");
            assertThat(service.routes().size()).isEqualTo(2);
            assertThat(mistakes(service, watch, file, unspeakable)).contains("bad cannot be scheduled");
            assertThat(mistakes(service, watch, file, broken)).isEqualTo(mistake);

            Files.delete(file);
            watch.look();
            assertThat(service.series().mistakes()).singleElement().asString().contains("cannot be read");
            assertThat(mistakes(service, watch, file, broken)).as("judged anew").isEqualTo(mistake);

            Files.delete(file);
            watch.look();
            assertThat(mistakes(service, watch, file, good)).as("as it was").isEmpty();
            assertThat(service.routes().size()).isEqualTo(2);
        }
    }

    /** What is wrong once a text was read twice. */
    private static String mistakes(FakeService service, ScenarioWatch watch, Path file, String text)
            throws IOException {
        Files.writeString(file, text);
        watch.look();
        watch.look();
        return String.join("\n", service.series().mistakes());
    }
}
