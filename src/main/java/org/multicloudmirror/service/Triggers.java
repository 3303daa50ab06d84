package org.multicloudmirror.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.multicloudmirror.scenario.Scenario;
import org.quartz.CronExpression;

/** Makes of {@code cron}, {@code every} or {@code poll} the Camel endpoint that starts a scenario. */
final class Triggers {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})([smhd])");
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "m", 60L, "h", 3600L, "d", 86_400L);
    private static final Duration LONGEST = Duration.ofDays(366);

    /** Quartz: CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW and ..._DO_NOTHING. */
    private static final Map<String, String> MISFIRE = Map.of("run-once", "1", "skip", "2");

    /** Quartz has ten threads, and a run takes one from its trigger to its end. */
    private static final String CRON_THREADS = "100";

    private Triggers() {}

    /** Lets so many scenarios of one minute begin at once. */
    static ComponentCustomizer cronThreads() {
        return ComponentCustomizer.forType(
                QuartzComponent.class,
                quartz -> quartz.setProperties(Map.of("org.quartz.threadPool.threadCount", CRON_THREADS)));
    }

    /** A parameter that cannot be used. */
    static final class UnusableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String parameter;

        UnusableException(String parameter, String text, String wanted) {
            this(parameter, parameter + " is \"" + text + "\"; write " + wanted);
        }

        UnusableException(String parameter, String problem) {
            super(problem);
            this.parameter = parameter;
        }

        String parameter() {
            return parameter;
        }
    }

    /**
     * The endpoint.
     *
     * @throws UnusableException when a parameter is missing, superfluous or wrong
     */
    static String of(YamlEntry entry, Scenario scenario) {
        List<String> given = Stream.of("cron", "every", "poll")
                .filter(name -> !entry.text(name).isEmpty())
                .toList();
        if (given.isEmpty()) {
            throw new UnusableException("cron", "nothing says when it runs; write one of cron, every and poll");
        }
        if (given.size() > 1) {
            throw new UnusableException(
                    given.get(1), String.join(" and ", given) + " are both there; write one of cron, every and poll");
        }
        if (!entry.text("cron").isEmpty()) {
            return cron(entry);
        }
        if (!entry.text("misfire").isEmpty()) {
            throw new UnusableException("misfire", entry.text("misfire"), "it for cron only, or remove it");
        }
        if (!entry.text("timezone").isEmpty()
                && entry.text(ScheduledScenario.NOT_BETWEEN).isEmpty()) {
            throw new UnusableException(
                    "timezone", entry.text("timezone"), "it for cron and not-between only, or remove it");
        }
        zone(entry.text("timezone"));
        return entry.text("every").isEmpty()
                ? poll(scenario, span("poll", entry.text("poll")))
                : "scheduler:" + entry.name() + "?initialDelay=0&useFixedDelay=true&delay="
                        + span("every", entry.text("every")).toMillis();
    }

    private static String cron(YamlEntry entry) {
        String text = entry.text("cron");
        try {
            if (new CronExpression(text).getNextValidTimeAfter(Date.from(Instant.now())) == null) {
                throw new UnusableException("cron", text, "a time that is yet to come");
            }
        } catch (ParseException e) {
            throw new UnusableException(
                    "cron",
                    text,
                    "a Quartz expression such as 0 30 0/4 * * ? (second minute hour day month weekday): "
                            + e.getMessage());
        }
        String misfire = entry.text("misfire").isEmpty() ? "run-once" : entry.text("misfire");
        String instruction = Optional.ofNullable(MISFIRE.get(misfire))
                .orElseThrow(() -> new UnusableException("misfire", misfire, "run-once or skip"));
        return "quartz:scenario/" + entry.name() + "?stateful=true&cron=" + encoded(text) + "&trigger.timeZone="
                + raw(zone(entry.text("timezone"))) + "&trigger.misfireInstruction=" + instruction;
    }

    /** Java's own TimeZone takes what it does not know for Greenwich, such as {@code +02:00}. */
    static String zone(String text) {
        try {
            ZoneId zone = text.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(text);
            return TimeZone.getTimeZone(zone.normalized()).getID();
        } catch (DateTimeException e) {
            throw new UnusableException("timezone", text, "a name such as Europe/Berlin or UTC");
        }
    }

    private static String poll(Scenario scenario, Duration span) {
        String source = scenario.source().store() + "://" + scenario.source().bucket() + "/"
                + scenario.source().prefix();
        return "objectstore:changes?location=" + raw(source) + "&initialDelay=0&useFixedDelay=true&delay="
                + span.toMillis() + "&diff=false&pollStrategy=#" + PausedPolls.BEAN;
    }

    static Duration span(String parameter, String text) {
        Matcher matcher = SPAN.matcher(text);
        if (matcher.matches()) {
            long seconds = Long.parseLong(matcher.group(1)) * SECONDS.getOrDefault(matcher.group(2), 0L);
            if (seconds > 0 && seconds <= LONGEST.toSeconds()) {
                return Duration.ofSeconds(seconds);
            }
        }
        throw new UnusableException(parameter, text, "a span from 1s to 366d, such as 30s, 15m, 4h or 1d");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A value that Camel leaves as it is, up to a bracket that closes before an ampersand. */
    private static String raw(String text) {
        return text.contains(")&") ? "RAW{" + text + "}" : "RAW(" + text + ")";
    }
}
