package org.multicloudmirror.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** How runs grow with the number of objects, from a thousand to a billion, as a table in Markdown. */
final class ScaleTable {

    static final int FIRST_POWER = 3;
    static final int LAST_POWER = 9;

    private ScaleTable() {}

    /** The clients that have two points at least, so that there is a line to go on with. */
    static List<String> clients(List<Result> results) {
        return results.stream()
                .map(Result::client)
                .distinct()
                .filter(client -> results.stream()
                                .filter(one -> one.client().equals(client))
                                .count()
                        > 1)
                .toList();
    }

    static String of(List<Result> results) {
        List<String> clients = clients(results);
        StringBuilder table = new StringBuilder("| objects |");
        clients.forEach(client -> table.append(" %1$s: wall s | %1$s: CPU-s | %1$s: peak MiB |".formatted(client)));
        table.append(" mirror: pages | unchanged | copied from S3 | copied to S3 |\n|---|");
        table.append("---|".repeat(clients.size() * 3 + 4)).append('\n');
        for (int power = FIRST_POWER; power <= LAST_POWER; power++) {
            table.append(line(results, clients, Math.pow(10, power), power));
        }
        return table.toString();
    }

    private static String line(List<Result> results, List<String> clients, double objects, int power) {
        List<String> cells = new ArrayList<>(List.of("10^" + power));
        for (String client : clients) {
            cells.add(cell(Curve.of(client, results, Result::wall), objects, 1));
            cells.add(cell(Curve.of(client, results, Result::cpu), objects, 1));
            cells.add(cell(Curve.of(client, results, Result::peakMib), objects, 0));
        }
        cells.add(cell(Curve.of(MirrorClient.NAME, results, Result::pages), objects, 0));
        double pages = Curve.of(MirrorClient.NAME, results, Result::pagesOfS3).at(objects);
        cells.add(dollars(Fees.unchanged(pages)));
        cells.add(dollars(Fees.copiedFrom(pages, objects)));
        cells.add(dollars(Fees.copiedTo(objects)));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Less than a cent with its first two digits. */
    private static String dollars(double amount) {
        return "$"
                + (amount >= 0.01
                        ? Spread.number(amount, 2)
                        : new BigDecimal(amount)
                                .round(new MathContext(2))
                                .stripTrailingZeros()
                                .toPlainString());
    }

    /** What is modelled is in italics. */
    private static String cell(Curve curve, double objects, int decimals) {
        String value = Spread.number(curve.at(objects), decimals);
        return curve.isMeasured(objects) ? value : "*" + value + "*";
    }
}
