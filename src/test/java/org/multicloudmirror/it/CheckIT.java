package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.NeedsSwift;
import org.multicloudmirror.it.servers.SwiftAccessLog;

/** What a check tells, the ways to compare, and the filters, by the packaged program. */
@NeedsSwift
class CheckIT {

    @TempDir
    private Path directory;

    private SwiftFixture swift;

    @BeforeEach
    void open() throws IOException {
        swift = new SwiftFixture(directory);
    }

    @AfterEach
    void close() {
        swift.close();
    }

    @Test
    void tellsEachClassAndWritesNothing() {
        String from = swift.bucket();
        String to = swift.container();
        String scenario = "s3://" + from + "->cf://" + to;
        swift.s3().put(from, "same", "same");
        swift.cf().put(to, "same", "same");
        swift.s3().put(from, "size", "1");
        swift.cf().put(to, "size", "12");
        swift.s3().put(from, "content", "12");
        swift.cf().put(to, "content", "ab");
        swift.s3().put(from, "only\nhere", "x");
        swift.cf().put(to, "only there", "x");
        swift.cf().put(to, "segment", "segment");
        swift.s3().put(from, "parts", "segment");
        swift.cf().putManifest(to, "parts", "[{\"path\": \"/" + to + "/segment\"}]");
        int before = swift.requests().size();

        MirrorRun run = swift.mirror().command("check", scenario);

        assertThat(run.exitCode()).as("%s", run).isEqualTo(3);
        assertThat(run.outLines())
                .contains(
                        "different s3://" + from + "/size: another size",
                        "different s3://" + from + "/content: another ETag",
                        "missing s3://" + from + "/only\\u000ahere: missing at the destination",
                        "extra cf://" + to + "/only there: absent from the source",
                        "extra cf://" + to + "/segment: absent from the source",
                        "unverifiable s3://" + from + "/parts: equal sizes, and ETags that prove nothing");
        assertThat(run.outLines()).hasSize(7).last().asString().contains("1 equal, ");
        assertThat(swift.requestsAfter(before))
                .extracting(SwiftAccessLog.Entry::method)
                .containsOnly("GET", "HEAD");

        MirrorRun read =
                swift.mirror().command("check", "--download", "--exclude", "{size,content,only*,segment}", scenario);

        assertThat(read.exitCode()).as("%s", read).isZero();
        assertThat(read.outLines())
                .hasSize(1)
                .last()
                .asString()
                .contains("2 equal, 0 different, 0 missing, 0 extra, 0 unverifiable, 3 skipped in ");
        assertThat(swift.mirror()
                        .command("check", "s3://no-such-bucket->cf://" + to)
                        .exitCode())
                .isEqualTo(1);
        assertThat(swift.mirror().command("check", "nonsense").exitCode()).isEqualTo(2);
    }

    @Test
    void findsEverythingEqualAfterARun() {
        String from = swift.bucket();
        String to = swift.containerName();
        String scenario = "s3://" + from + "->cf://" + to;
        swift.s3().put(from, "a", "1");

        assertThat(swift.mirror().command("check", scenario).outLines())
                .contains("missing s3://" + from + "/a: missing at the destination");
        assertThat(swift.cf().containerExists(to)).isFalse();
        assertThat(swift.mirror().run(scenario).exitCode()).isZero();
        assertThat(swift.mirror().command("check", scenario).exitCode()).isZero();
        assertThat(swift.mirror()
                        .command("check", "--compare=metadata", scenario)
                        .exitCode())
                .isZero();
    }

    @Test
    void comparesAsItIsTold() {
        String from = swift.bucket();
        String to = swift.container();
        String scenario = "s3://" + from + "->cf://" + to;
        swift.s3().put(from, "k", "12");
        swift.cf().put(to, "k", "ab");
        int before = swift.requests().size();

        assertThat(swift.mirror().run("--compare=size", scenario).objects()).isEmpty();
        assertThat(swift.mirror().run("--compare=modified", scenario).objects()).isEmpty();
        assertThat(swift.requestsAfter(before))
                .noneMatch(request -> request.key().equals("k"));

        MirrorRun run = swift.mirror().run("--compare=content", scenario);

        assertThat(run.object("k").reason()).isEqualTo("other content");
        assertThat(swift.cf().text(to, "k")).isEqualTo("12");
        assertThat(swift.mirror().run("--compare=content", scenario).objects()).isEmpty();
    }

    @Test
    void mirrorsWhatTheFiltersSelect() throws IOException {
        String from = swift.bucket();
        String to = swift.container();
        String scenario = "s3://" + from + "/in->cf://" + to;
        swift.s3().put(from, "in/a.jpg", "1");
        swift.s3().put(from, "in/b.tmp", "1");
        swift.s3().put(from, "in/keep/c.tmp", "1");
        swift.s3().put(from, "in/empty.jpg", "");

        MirrorRun run = swift.mirror()
                .run("--include", "keep/**", "--exclude=**.tmp", "--min-size", "1", "--max-age", "1d", scenario);

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(swift.cf().keys(to)).containsExactly("a.jpg", "keep/c.tmp");
        assertThat(run.object("in/b.tmp").reason()).isEqualTo("excluded by --exclude '**.tmp'");
        assertThat(run.object("in/empty.jpg").reason()).isEqualTo("smaller than --min-size");

        Path list = Files.writeString(directory.resolve("list"), "b.tmp\r\nnowhere\n");
        MirrorRun listed = swift.mirror().run("--files-from", list.toString(), scenario);

        assertThat(listed.keys("copied")).containsExactly("in/b.tmp");
        assertThat(listed.object("in/nowhere").reason()).isEqualTo("named by --files-from, and not at the source");

        assertThat(swift.mirror().run("--min-age=1h", scenario).keys("copied")).isEmpty();
        MirrorRun wrong = swift.mirror().run("--exclude", "a[b", scenario);
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.errLines())
                .containsExactly("multi-cloud-mirror: the command line gives the glob \"a[b\", which has a [ without ];"
                        + " write \\[ for the character itself");
        assertThat(swift.mirror().run("--max-delete=some", scenario).err())
                .contains("is \"some\"; write a number of objects such as 10, a percentage such as 5%, or -1");
    }
}
