package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.cloud.quirk.HoldsBack;

/** A run that deletes in batches, a hundred extras each, many at a time. */
class LastBatchTest extends FieldTest {

    private static final int EXTRAS = 450;

    /** What it keeps on disk while it does is not seen there, so that a killed run leaves nothing of it. */
    @ParameterizedTest
    @CsvSource({"TO_S3, k000", "TO_S3, k449", "TO_SWIFT, k250"})
    void endsBehindTheBatchThatTakesLongest(Way way, String key) throws IOException {
        way.source(cloud).put("src", "kept", "x");
        way.destination(cloud).put("dst", "kept", "x");
        for (int i = 0; i < EXTRAS; i++) {
            way.destination(cloud).put("dst", "k%03d".formatted(i), "x");
        }
        CompletableFuture<FieldResult> run;
        try (HoldsBack held = new HoldsBack(
                call -> call.service() == way.source(cloud) && call.key().equals(key))) {
            cloud.switchOn(held);
            run = CompletableFuture.supplyAsync(() -> mirror(way, "--delete", "--max-delete=100%", "--min-sync=0"));
            Awaitility.await().until(() -> way.destination(cloud).keys("dst").size() <= 101);

            assertThat(run).isNotDone();
            assertThat(way.destination(cloud).keys("dst")).contains(key);
            assertThat(files()).noneMatch(name -> name.contains("listing"));
        }

        FieldResult result = run.join();
        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("deleted")).hasSize(EXTRAS);
        assertThat(way.destination(cloud).keys("dst")).containsExactly("kept");
        assertThat(files()).noneMatch(name -> name.startsWith("multi-cloud-mirror"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
