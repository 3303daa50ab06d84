package org.multicloudmirror.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tiny rows: what is looked at are the requests and that both sides are equal, never the time. */
class BenchIT {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void countsTheRequestsOfEachRow(@TempDir Path directory) throws IOException {
        Path json = directory.resolve("runs.json");

        int exitCode = bench(
                "--rows=copy-20k,changed-2-in-1m,ranged-4g,service-idle",
                "--scale=0.02",
                "--runs=1",
                "--no-rclone",
                "--json=" + json);

        assertThat(exitCode).as("%s%s", out, err).isZero();
        assertThat(out.toString()).contains(Table.HEAD);
        assertThat(cells("copy-20k")).hasSize(4).allSatisfy(cells -> assertThat(cells.get(8))
                .contains("get 400, put 400")
                .doesNotContain("head"));
        assertThat(cells("changed-2-in-1m")).hasSize(4).allSatisfy(cells -> assertThat(cells.get(8))
                .contains("head 1, get 2, put 2"));
        assertThat(cells("ranged-4g")).hasSize(4).allSatisfy(cells -> assertThat(cells.get(8))
                .contains("get 11, part 11"));
        assertThat(cells("service-idle")).hasSize(2).allSatisfy(cells -> assertThat(cells.get(7))
                .isEqualTo("0"));
        assertThat(Files.readString(json))
                .contains("\"s3.get\" : 400", "\"over\" : \"https\"", "\"client\" : \"mirror\"");
    }

    @Test
    void growsATableAndAPictureOfTheRowsOfScaling(@TempDir Path directory) throws IOException {
        Path plot = directory.resolve("plot.svg");

        int exitCode =
                bench("--rows=unchanged-1k,unchanged-10k", "--over=http", "--runs=1", "--no-rclone", "--plot=" + plot);

        assertThat(exitCode).as("%s%s", out, err).isZero();
        assertThat(out.toString()).contains("\n| 10^9 | *").contains(" | $5,000.00 |\n");
        assertThat(Files.readString(plot)).startsWith("<svg ").contains("mirror measured", "mirror modelled");
    }

    @Test
    void namesTheRowsWhenOneIsNotKnown() {
        assertThat(bench("--rows=fast")).isEqualTo(2);
        assertThat(err.toString()).startsWith("no row \"fast\"; there are all, quick, scaling, unchanged-1k, ");
    }

    private int bench(String... arguments) {
        return Bench.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** The cells of a row's lines, without the bars. */
    private List<List<String>> cells(String row) {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith("| " + row + " |"))
                .map(line -> Stream.of(line.substring(2).split(" \\| ", -1)).toList())
                .toList();
    }
}
