package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.it.Clouds.Door;
import org.multicloudmirror.it.Clouds.Place;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.NeedsCeph;
import org.multicloudmirror.it.servers.NeedsSwift;

/** Deleting at Ceph, by both of its doors. */
@NeedsCeph
@NeedsSwift
class CephDeleteIT {

    private static final Map<String, String> META = Map.of("X-Object-Meta-Colour", "red", "Cache-Control", "no-cache");

    @TempDir
    private Path directory;

    private Clouds clouds;

    @BeforeEach
    void open() throws IOException {
        clouds = new Clouds(directory);
    }

    @AfterEach
    void close() {
        clouds.close();
    }

    @ParameterizedTest
    @CsvSource({"SWIFT, CEPH_S3", "SWIFT_S3, CEPH_SWIFT"})
    void deletesInBulk(Door one, Door other) {
        Place from = clouds.place(one);
        Place to = clouds.place(other);
        for (String key : List.of("same", "zone/same")) {
            from.client().put(from.name(), key, key);
            to.client().put(to.name(), key, key);
        }
        DeleteIT.EXTRA.forEach(key -> to.client().put(to.name(), key, key));

        MirrorRun run = run(from, to, "--delete", "--max-delete=-1", "--min-sync=2");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.keys("deleted")).containsExactlyInAnyOrderElementsOf(DeleteIT.EXTRA);
        assertThat(to.client().keys(to.name())).containsExactly("same", "zone/same");
        assertThat(run(from, to, "--delete").objects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SWIFT, CEPH_S3", "SWIFT_S3, CEPH_SWIFT"})
    void keepsWhatItDeletesOrOverwrites(Door one, Door other) {
        Place from = clouds.place(one);
        Place to = clouds.place(other);
        from.client().put(from.name(), "changed", "new");
        to.client().put(to.name(), "changed", "old".getBytes(UTF_8), META);
        to.client().put(to.name(), "gone", "gone".getBytes(UTF_8), META);

        MirrorRun run = run(from, to, "--delete", "--min-sync=0", "--backup-prefix=past");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(to.client().keys(to.name())).containsExactly("changed", "past/changed", "past/gone");
        assertThat(to.client().text(to.name(), "changed")).isEqualTo("new");
        assertThat(to.client().text(to.name(), "past/changed")).isEqualTo("old");
        assertThat(to.client().headers(to.name(), "past/gone"))
                .containsEntry("x-object-meta-colour", "red")
                .containsEntry("cache-control", "no-cache");
        assertThat(run(from, to, "--delete", "--min-sync=0", "--backup-prefix=past")
                        .objects())
                .isEmpty();
    }

    private MirrorRun run(Place from, Place to, String... options) {
        String[] arguments = new String[options.length + 1];
        System.arraycopy(options, 0, arguments, 0, options.length);
        arguments[options.length] = from.url() + "->" + to.url();
        return clouds.mirror().run(arguments);
    }
}
