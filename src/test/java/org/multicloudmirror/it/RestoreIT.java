package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.docs.Page;
import org.multicloudmirror.docs.ShellWords;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.S3ProxyServer;

/** The recipes of {@code docs/restore.md} bring the objects back: each command is run as it stands there. */
class RestoreIT {

    private static final String BUCKET = "photos";
    private static final String BACKUPS = "old/2026-11-23/";

    private static final Map<String, String> GOOD =
            Map.of("alps/1.jpg", "one", "alps/2.jpg", "two", "sea/3.jpg", "three", "sea/4.jpg", "four");

    private final Page page = Page.of(Path.of("docs/restore.md"));
    private final S3ProxyServer source = new S3ProxyServer();
    private final S3ProxyServer destination = new S3ProxyServer();
    private final Mirror mirror;
    private final Path directory;

    RestoreIT(@TempDir Path directory) {
        this.directory = directory;
        mirror = Mirror.inThisProcess(directory).store("s3", source.asStore()).store("cf", destination.asStore());
    }

    @BeforeEach
    void loseObjectsAtTheSource() {
        source.blobs().createContainerInLocation(null, BUCKET);
        GOOD.forEach((key, text) -> put(source, key, text));
        assertOk(mirror.run("s3://photos->cf://photos"));
        put(source, "alps/1.jpg", "broken");
        source.blobs().removeBlob(BUCKET, "alps/2.jpg");
        source.blobs().removeBlob(BUCKET, "sea/3.jpg");
        // what was written in the second of the run's start stays
        Instant written = Instant.now();
        await().until(() -> Instant.now().isAfter(written.plusSeconds(1)));
    }

    @AfterEach
    void close() {
        source.close();
        destination.close();
    }

    @Test
    void fromTheBackupsOfARun() {
        assertOk(run("## From the backups of a run", 0));
        assertThat(objects(destination))
                .containsOnly(
                        Map.entry("alps/1.jpg", "broken"),
                        Map.entry("sea/4.jpg", "four"),
                        Map.entry(BACKUPS + "alps/1.jpg", "one"),
                        Map.entry(BACKUPS + "alps/2.jpg", "two"),
                        Map.entry(BACKUPS + "sea/3.jpg", "three"));

        assertThat(run("## From the backups of a run", 1).outLines())
                .containsExactly(BACKUPS + "alps/1.jpg", BACKUPS + "alps/2.jpg", BACKUPS + "sea/3.jpg");
        assertThat(run("## From the backups of a run", 2).out()).isEqualTo("one");

        assertThat(run("### Everything that one run took", 0).keys("would-copy"))
                .containsExactlyInAnyOrder(BACKUPS + "alps/1.jpg", BACKUPS + "alps/2.jpg", BACKUPS + "sea/3.jpg");
        assertThat(objects(source)).containsOnlyKeys("alps/1.jpg", "sea/4.jpg");

        assertOk(run("### Everything that one run took", 1));
        assertThat(objects(source)).containsAllEntriesOf(GOOD).containsEntry("before-restore/alps/1.jpg", "broken");
        assertThat(metadata(source, "alps/2.jpg")).containsEntry("colour", "red");
    }

    /** After a restore the usual run makes the destination right, and the sides are equal. */
    @Test
    void theNextRunFollows() {
        assertOk(run("## From the backups of a run", 0));
        assertOk(run("### Everything that one run took", 1));

        assertOk(mirror.run("--exclude", "before-restore/**", "s3://photos->cf://photos"));

        assertThat(objects(destination)).containsAllEntriesOf(GOOD);
        assertOk(run("## From the mirror, after a loss at the source", 3));
    }

    @Test
    void onePrefix() {
        assertOk(run("## From the backups of a run", 0));

        assertOk(run("### A prefix", 0));

        assertThat(objects(source))
                .containsEntry("alps/1.jpg", "one")
                .containsEntry("alps/2.jpg", "two")
                .doesNotContainKey("sea/3.jpg");
    }

    @Test
    void oneObject() throws IOException {
        assertOk(run("## From the backups of a run", 0));
        Path keys = Files.writeString(directory.resolve("keys"), "alps/1.jpg\n");

        assertOk(run("### One object", 0, "keys", keys.toString()));

        assertThat(objects(source))
                .containsOnly(
                        Map.entry("alps/1.jpg", "one"),
                        Map.entry("sea/4.jpg", "four"),
                        Map.entry("before-restore/alps/1.jpg", "broken"));
    }

    @Test
    void whereAllRunsShareOnePrefix() {
        assertOk(run("## From the backups of a run", 0, "old/2026-11-23", "old"));

        assertOk(run("### Where all runs share one prefix", 0));

        assertThat(objects(source)).containsAllEntriesOf(GOOD);
    }

    @Test
    void toAnotherPlace() {
        assertOk(run("## From the backups of a run", 0));

        assertOk(run("### To another place", 0));

        assertThat(objects(destination, "restored"))
                .containsOnly(
                        Map.entry("alps/1.jpg", "one"),
                        Map.entry("alps/2.jpg", "two"),
                        Map.entry("sea/3.jpg", "three"));
    }

    /** The page warns of it, and says what to do. */
    @Test
    void aSettingOfTheSamePrefixLeavesTheBackupsOut() {
        assertOk(run("## From the backups of a run", 0));
        mirror.setting("mirror.backup-prefix", "old");

        assertOk(mirror.run("cf://photos/old/2026-11-23->s3://photos"));
        assertThat(objects(source)).doesNotContainKey("sea/3.jpg");

        assertOk(run("### Everything that one run took", 1));
        assertThat(objects(source)).containsAllEntriesOf(GOOD);
    }

    @Test
    void fromTheMirror() {
        String recipe = "## From the mirror, after a loss at the source";

        assertThat(run(recipe, 0).keys("would-copy"))
                .containsExactlyInAnyOrder("alps/1.jpg", "alps/2.jpg", "sea/3.jpg");
        assertOk(run(recipe, 1));

        assertThat(objects(source)).containsAllEntriesOf(GOOD).containsEntry("before-restore/alps/1.jpg", "broken");
        assertOk(run(recipe, 2));
        assertOk(run(recipe, 3));
    }

    /** Runs a command of the page: the nth below a heading, with some words replaced. */
    private MirrorRun run(String heading, int number, String... replaced) {
        String section = page.text().split("(?m)^" + heading + "$", 2)[1].split("(?m)^#", 2)[0];
        String[] words = ShellWords.of(new Page(page.path(), section).commands().get(number))
                .toArray(String[]::new);
        for (int i = 0; i < words.length; i++) {
            for (int j = 0; j < replaced.length; j += 2) {
                words[i] = words[i].equals(replaced[j]) ? replaced[j + 1] : words[i];
            }
        }
        boolean isCommand = words[0].matches("[a-z]+");
        return isCommand ? mirror.command(words[0], Arrays.copyOfRange(words, 1, words.length)) : mirror.run(words);
    }

    private static void assertOk(MirrorRun run) {
        assertThat(run.exitCode()).as("%s", run).isZero();
    }

    private static void put(S3ProxyServer server, String key, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        BlobStore blobs = server.blobs();
        blobs.putBlob(
                BUCKET,
                blobs.blobBuilder(key)
                        .payload(bytes)
                        .contentLength(bytes.length)
                        .userMetadata(Map.of("colour", "red"))
                        .build());
    }

    private static Map<String, String> metadata(S3ProxyServer server, String key) {
        return server.blobs().blobMetadata(BUCKET, key).getUserMetadata();
    }

    private static Map<String, String> objects(S3ProxyServer server) {
        return objects(server, BUCKET);
    }

    private static Map<String, String> objects(S3ProxyServer server, String bucket) {
        Map<String, String> found = new TreeMap<>();
        for (StorageMetadata each : server.blobs().list(bucket, ListContainerOptions.Builder.recursive())) {
            Blob blob = server.blobs().getBlob(bucket, each.getName());
            try (var in = blob.getPayload().openStream()) {
                found.put(each.getName(), new String(in.readAllBytes(), UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }
}
