package org.multicloudmirror.it.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Prometheus holds of the service after one scrape.
 *
 * @param values by series, those of the scrape itself among them
 */
record Scrape(Map<String, String> values) {

    private static final String TARGET = "instance=\"here\",job=\"multi-cloud-mirror\"";
    private static final Pattern LINE = Pattern.compile("(mirror_\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern SCENARIO = Pattern.compile("(mirror_\\w+)\\{.*\\bscenario=\"([^\"]*)\".*");
    private static final String MOMENT = "_timestamp_seconds";

    /**
     * Of an answer.
     *
     * @param text in Prometheus' text format; empty where there was none
     * @param zero the moment that counts as 0, since time begins there in a test of rules
     */
    static Scrape of(String text, Instant zero) {
        Map<String, String> values = new TreeMap<>();
        values.put("up{" + TARGET + "}", text.isEmpty() ? "0" : "1");
        text.lines().map(LINE::matcher).filter(Matcher::matches).forEach(line -> {
            String labels = line.group(2) == null ? "" : "," + line.group(2);
            BigDecimal value = new BigDecimal(line.group(3));
            boolean isMoment = line.group(1).endsWith(MOMENT) && value.signum() > 0;
            BigDecimal seen = isMoment ? value.subtract(BigDecimal.valueOf(zero.getEpochSecond())) : value;
            values.put(line.group(1) + "{" + TARGET + labels + "}", seen.toPlainString());
        });
        return new Scrape(values);
    }

    /** The scenarios of which a series of a metric has another value than 0. */
    Set<String> scenarios(String metric) {
        return values.entrySet().stream()
                .filter(each -> new BigDecimal(each.getValue()).signum() != 0)
                .map(each -> SCENARIO.matcher(each.getKey()))
                .filter(series -> series.matches() && series.group(1).equals(metric))
                .map(series -> series.group(2))
                .collect(Collectors.toSet());
    }
}
