package org.multicloudmirror.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jclouds.blobstore.BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.Names;
import org.multicloudmirror.it.servers.NeedsSwift;
import org.multicloudmirror.it.servers.S3ProxyServer;
import org.multicloudmirror.it.servers.SwiftClient;
import org.multicloudmirror.it.servers.SwiftDoors;

/** Every object of the corpus arrives as it was, there and back again, or the report names what was lost. */
@NeedsSwift
class CorpusIT {

    @TempDir
    private Path directory;

    private final List<Shelf> shelves = new ArrayList<>();
    private SwiftClient s3;
    private SwiftClient cf;
    private Mirror mirror;

    @BeforeEach
    void open() throws IOException {
        SwiftDoors doors = SwiftDoors.open();
        s3 = SwiftClient.tempauth(doors, "test:tester", "testing");
        cf = SwiftClient.tempauth(doors, "test2:tester2", "testing2");
        mirror = new Mirror(directory)
                .store("s3", Map.of("endpoint", doors.s3(), "access-key", "test:tester", "secret-key", "testing"))
                .store("cf", Map.of("endpoint", doors.v1(), "identity", "test2:tester2", "credential", "testing2"));
    }

    @AfterEach
    void close() {
        shelves.forEach(shelf -> shelf.client().wipe(List.of(shelf.container())));
        s3.close();
        cf.close();
    }

    @Test
    void goesFromS3ToSwiftAndBack() {
        List<CorpusObject> corpus = Stream.of(Corpus.everywhere(), Corpus.ofS3())
                .flatMap(List::stream)
                .toList();
        Shelf first = bucket();
        Shelf there = container();
        Shelf back = bucket();
        fill(first, corpus);

        assertArrives("s3 -> cf", first, there, corpus);
        assertArrives("s3 -> cf -> s3", there, back, corpus);
    }

    @Test
    void goesFromSwiftToS3AndBack() {
        List<CorpusObject> corpus = Stream.of(Corpus.everywhere(), Corpus.ofSwift())
                .flatMap(List::stream)
                .toList();
        Shelf first = container();
        Shelf there = bucket();
        Shelf back = container();
        fill(first, corpus);

        List<CorpusObject> whole = assertArrives("cf -> s3", first, there, corpus);
        assertThat(corpus).containsAll(whole).hasSize(whole.size() + 1);
        assertArrives("cf -> s3 -> cf", there, back, whole);
    }

    /** Values of 1,000 bytes, 2 KB in all: the S3 door of Swift holds none of these. */
    @Test
    void carriesThroughSwiftWhatOnlyS3Holds() {
        Map<String, Map<String, String>> tall = Map.of(
                "value", Map.of("long", "value of a kilobyte ".repeat(50).strip()),
                "two-kilobytes", Map.of("a_b", "x".repeat(1000), "c", "yz".repeat(500), "d", "1"),
                "name", Map.of("n".repeat(200), "v"),
                "items", Corpus.numbered(120, 8));
        try (S3ProxyServer proxy = new S3ProxyServer()) {
            mirror.store("proxy", proxy.asStore());
            BlobStore blobs = proxy.blobs();
            blobs.createContainerInLocation(null, "tall");
            tall.forEach((key, user) -> blobs.putBlob(
                    "tall",
                    blobs.blobBuilder(key)
                            .payload(key)
                            .contentType("application/octet-stream")
                            .userMetadata(user)
                            .build()));
            Shelf there = container();

            MirrorRun run = mirror.run("proxy://tall->" + url(there), url(there) + "->proxy://back");

            assertThat(run.exitCode()).as("%s", run).isZero();
            assertThat(run.keys("copied")).hasSize(2 * tall.size());
            tall.forEach((key, user) -> {
                assertThat(Fidelity.differences(CorpusObject.ofUser(key, user), there.object(key)))
                        .as(key)
                        .isEmpty();
                Map<String, String> back = blobs.blobMetadata("back", key).getUserMetadata();
                assertThat(Fidelity.differences(CorpusObject.ofUser(key, user), CorpusObject.ofUser(key, back)))
                        .as("%s, back", key)
                        .isEmpty();
            });
        }
    }

    /** The objects that arrived without any loss. */
    private List<CorpusObject> assertArrives(String direction, Shelf from, Shelf to, List<CorpusObject> corpus) {
        String scenario = url(from) + "->" + url(to);

        MirrorRun run = mirror.run(scenario);

        assertThat(run.exitCode()).as("%s", run).isZero();
        List<CorpusObject> whole = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        for (CorpusObject object : corpus) {
            List<String> differences = Fidelity.differences(object, to.object(object.key()));
            MirrorRun.Line line = run.object(object.key());
            if (differences.isEmpty()) {
                whole.add(object);
            }
            differences.stream()
                    .filter(difference -> !line.result().equals("copied-with-loss") || !isNamed(difference, line))
                    .forEach(difference -> untold.add(object.key() + ": " + difference));
        }
        System.out.printf("corpus %s: %d of %d%n", direction, whole.size(), corpus.size());
        assertThat(untold).as("what the report does not name").isEmpty();
        assertThat(mirror.run(scenario).objects()).as("a second run").isEmpty();
        return whole;
    }

    /** Whether the reason names the thing that the difference begins with. */
    private static boolean isNamed(String difference, MirrorRun.Line line) {
        return line.reason().contains(difference.substring(0, difference.indexOf("\": ") + 1));
    }

    private void fill(Shelf shelf, List<CorpusObject> corpus) {
        shelf.client().createContainer(shelf.container());
        corpus.forEach(shelf::put);
    }

    private Shelf bucket() {
        return shelf(s3, true);
    }

    private Shelf container() {
        return shelf(cf, false);
    }

    private Shelf shelf(SwiftClient client, boolean isBucket) {
        Shelf shelf = new Shelf(client, Names.fresh(), isBucket);
        shelves.add(shelf);
        return shelf;
    }

    private static String url(Shelf shelf) {
        return (shelf.isBucket() ? "s3://" : "cf://") + shelf.container();
    }
}
