package org.multicloudmirror.it.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;

/** Has promtool evaluate the shipped rules over scrapes: a first one, and then another that stays as it is. */
final class Replay {

    private static final Path RULES = Path.of("docker/monitoring/mirror.rules.yml");
    private static final int MINUTES = 40;

    private final Path directory;
    private final Scrape before;
    private final Scrape after;

    Replay(Path directory, Scrape before, Scrape after) {
        this.directory = directory;
        this.before = before;
        this.after = after;
    }

    /**
     * Looks whether an alert fires in the end for exactly these values of a label.
     *
     * @return what promtool says against it; empty when it is so
     */
    String fires(String alert, String label, String... wanted) throws IOException {
        StringBuilder samples = new StringBuilder();
        for (String each : new TreeSet<>(Arrays.asList(wanted))) {
            samples.append("\n          - {labels: '{")
                    .append(label)
                    .append("=\"")
                    .append(each)
                    .append("\"}', value: 1}");
        }
        String alerts = "ALERTS{alertname=\"" + alert + "\",alertstate=\"firing\"}";
        return judged("count by (" + label + ") (" + alerts + ")", samples.toString());
    }

    /** Looks whether none fires. */
    String isSilent() throws IOException {
        return judged("ALERTS{alertstate=\"firing\"}", " []");
    }

    private String judged(String expression, String samples) throws IOException {
        StringBuilder text = new StringBuilder("rule_files: [" + RULES.toAbsolutePath()
                + "]\nevaluation_interval: 1m\ntests:\n  - interval: 1m\n    input_series:\n");
        TreeSet<String> names = new TreeSet<>(before.values().keySet());
        names.addAll(after.values().keySet());
        for (String name : names) {
            String first = before.values().getOrDefault(name, "_");
            String then = after.values().get(name);
            text.append("      - series: '")
                    .append(name)
                    .append("'\n        values: '")
                    .append(first);
            text.append(then == null ? " stale" : " " + then + "x" + MINUTES).append("'\n");
        }
        text.append("    promql_expr_test:\n      - expr: '").append(expression).append("'\n        eval_time: ");
        text.append(MINUTES)
                .append("m\n        exp_samples:")
                .append(samples.isEmpty() ? " []" : samples)
                .append('\n');
        Path file = Files.writeString(directory.resolve("replay.test.yml"), text);
        Promtool.Verdict verdict = Promtool.run("test", "rules", file.toString());
        return verdict.exitCode() == 0 ? "" : verdict.text();
    }
}
