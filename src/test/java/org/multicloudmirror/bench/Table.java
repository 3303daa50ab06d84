package org.multicloudmirror.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.multicloudmirror.bench.server.RequestKind;

/** The results as a table in Markdown: a line a client, and where there are two their ratio. */
final class Table {

    static final String HEAD = """
            | row | way | over | client | wall s | CPU-s | peak MiB | requests | of which | speed | limit |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private Table() {}

    /**
     * The table.
     *
     * @param results those of one row and way behind one another, the mirror's first
     */
    static String of(List<Result> results) {
        StringBuilder table = new StringBuilder(HEAD);
        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            table.append(line(result));
            if (i > 0 && isPair(results.get(i - 1), result)) {
                table.append(ratio(results.get(i - 1), result));
            }
        }
        return table.toString();
    }

    private static boolean isPair(Result one, Result other) {
        return one.row().equals(other.row()) && one.direction() == other.direction();
    }

    private static String line(Result result) {
        return cells(
                result.row().name(),
                result.direction().toString(),
                result.row().scheme().toString(),
                result.client(),
                result.wall().shown(2),
                result.cpu().shown(2),
                result.peakMib().shown(0),
                result.requests().shown(0),
                kinds(result),
                Speed.of(result),
                Speed.limit(result.row()));
    }

    private static String ratio(Result ours, Result theirs) {
        return cells(
                "",
                "",
                "",
                ours.client() + " / " + theirs.client(),
                ratio(ours, theirs, Result::wall),
                ratio(ours, theirs, Result::cpu),
                ratio(ours, theirs, Result::peakMib),
                ratio(ours, theirs, Result::requests),
                "",
                "",
                "");
    }

    private static String ratio(Result ours, Result theirs, Function<Result, Spread> value) {
        double other = value.apply(theirs).median();
        return other == 0 ? "" : Spread.number(value.apply(ours).median() / other, 2);
    }

    private static String kinds(Result result) {
        List<String> kinds = new ArrayList<>();
        for (RequestKind kind : RequestKind.values()) {
            Spread counts = Spread.of(result.runs(), run -> run.requests().of(kind));
            if (counts.most() > 0) {
                kinds.add(kind.shown() + " " + counts.shown(0));
            }
        }
        return String.join(", ", kinds);
    }

    private static String cells(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
