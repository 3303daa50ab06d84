package org.multicloudmirror.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.Names;
import org.multicloudmirror.it.servers.SwiftClient;

/** Every object of the corpus arrives as it was, there and back again, or the report names what was lost. */
abstract class BothWays {

    @TempDir
    private Path directory;

    private final List<Shelf> shelves = new ArrayList<>();
    private Mirror mirror;

    /** Logs in at both services, and tells the tool of them as {@code s3} and {@code cf}. */
    abstract void open(Mirror tool) throws IOException;

    abstract void logOut();

    /** A new name behind the S3 door. */
    abstract Shelf bucket();

    /** A new name behind the Swift door. */
    abstract Shelf container();

    /** What only the service behind the S3 door holds. */
    List<CorpusObject> ofS3() {
        return Corpus.ofS3();
    }

    /** The keys of what one of them holds in no form, each with the reason. */
    Map<String, String> impossible() {
        return Map.of();
    }

    /** What the S3 door's own rules take something from, though all of it is told. */
    int lossesAtS3() {
        return 1;
    }

    @BeforeEach
    void open() throws IOException {
        mirror = Mirror.inThisProcess(directory);
        open(mirror);
    }

    @AfterEach
    void close() {
        shelves.forEach(shelf -> shelf.client().wipe(List.of(shelf.container())));
        logOut();
    }

    final Mirror mirror() {
        return mirror;
    }

    @Test
    void goesFromS3ToSwiftAndBack() {
        List<CorpusObject> corpus = possible(Corpus.everywhere(), ofS3());
        Shelf first = bucket();
        Shelf there = container();
        Shelf back = bucket();
        fill(first, corpus);

        assertArrives("s3 -> cf", first, there, corpus);
        assertArrives("s3 -> cf -> s3", there, back, corpus);
    }

    @Test
    void goesFromSwiftToS3AndBack() {
        List<CorpusObject> corpus = possible(Corpus.everywhere(), Corpus.ofSwift());
        Shelf first = container();
        Shelf there = bucket();
        Shelf back = container();
        fill(first, corpus);

        List<CorpusObject> whole = assertArrives("cf -> s3", first, there, corpus);
        assertThat(corpus).containsAll(whole).hasSize(whole.size() + lossesAtS3());
        assertArrives("cf -> s3 -> cf", there, back, whole);
    }

    /** The objects that arrived without any loss. */
    private List<CorpusObject> assertArrives(String direction, Shelf from, Shelf to, List<CorpusObject> corpus) {
        String scenario = from.url() + "->" + to.url();

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

    private List<CorpusObject> possible(List<CorpusObject> some, List<CorpusObject> more) {
        return Stream.concat(some.stream(), more.stream())
                .filter(object -> !impossible().containsKey(object.key()))
                .toList();
    }

    private void fill(Shelf shelf, List<CorpusObject> corpus) {
        shelf.client().createContainer(shelf.container());
        corpus.forEach(shelf::put);
    }

    /**
     * A new name.
     *
     * @param quotesUnderscores whether it is behind Swift's own S3 door
     */
    final Shelf shelf(SwiftClient client, String store, boolean quotesUnderscores) {
        Shelf shelf = new Shelf(client, store, Names.fresh(), quotesUnderscores);
        shelves.add(shelf);
        return shelf;
    }
}
