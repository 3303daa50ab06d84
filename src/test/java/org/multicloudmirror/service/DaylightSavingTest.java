package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronExpression;
import org.quartz.CronTrigger;
import org.quartz.impl.triggers.CronTriggerImpl;

/** What docs/service.md says of the two nights of the year, asked of Quartz. */
class DaylightSavingTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mmxxx");

    private static final String BERLIN = "Europe/Berlin";
    private static final String LORD_HOWE = "Australia/Lord_Howe";

    static Stream<Arguments> nights() {
        return Stream.of(
                // 02:00 becomes 03:00
                Arguments.of(BERLIN, "2027-03-28", "0 30 2 * * ?", ""),
                Arguments.of(BERLIN, "2027-03-28", "0 30 1 * * ?", "01:30+01:00"),
                Arguments.of(BERLIN, "2027-03-28", "0 0 3 * * ?", "03:00+02:00"),
                Arguments.of(
                        BERLIN, "2027-03-28", "0 0/30 1-3 * * ?", "01:00+01:00 01:30+01:00 03:00+02:00 03:30+02:00"),
                Arguments.of(BERLIN, "2027-03-28", "0 0 0/2 * * ?", "00:00+01:00 04:00+02:00"),
                // 03:00 becomes 02:00
                Arguments.of(BERLIN, "2027-10-31", "0 30 2 * * ?", "02:30+01:00"),
                Arguments.of(BERLIN, "2027-10-31", "0 30 1 * * ?", "01:30+02:00"),
                Arguments.of(
                        BERLIN,
                        "2027-10-31",
                        "0 0/30 1-3 * * ?",
                        "01:00+02:00 01:30+02:00 02:00+01:00 02:30+01:00 03:00+01:00 03:30+01:00"),
                Arguments.of(BERLIN, "2027-10-31", "0 0 0/2 * * ?", "00:00+02:00 02:00+01:00 04:00+01:00"),
                // 02:00 becomes 02:30
                Arguments.of(LORD_HOWE, "2026-10-04", "0 15 2 * * ?", ""),
                Arguments.of(LORD_HOWE, "2026-10-04", "0 0/30 1-2 * * ?", "01:00+10:30 01:30+10:30 02:30+11:00"),
                // 02:00 becomes 01:30
                Arguments.of(LORD_HOWE, "2027-04-04", "0 45 1 * * ?", "01:45+10:30"),
                Arguments.of(
                        LORD_HOWE,
                        "2027-04-04",
                        "0 0/30 1-2 * * ?",
                        "01:00+11:00 01:30+10:30 02:00+10:30 02:30+10:30"));
    }

    @ParameterizedTest
    @MethodSource("nights")
    void runs(String zone, String night, String cron, String times) throws ParseException {
        assertThat(String.join(" ", fired(ZoneId.of(zone), LocalDateTime.parse(night + "T00:00:00"), cron)))
                .isEqualTo(times);
    }

    /** A time that is not there was not missed, whatever misfire says. */
    @ParameterizedTest
    @ValueSource(ints = {CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW, CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING})
    void aTimeThatIsSkippedIsNoMisfire(int misfire) throws ParseException {
        CronTriggerImpl trigger = trigger("2027-03-28T00:00:00+01:00", misfire);

        assertThat(trigger.getNextFireTime()).isEqualTo(Instant.parse("2027-03-29T00:30:00Z"));
    }

    @Test
    void aTimeThatComesTwiceFiresOnce() throws ParseException {
        CronTriggerImpl once = trigger("2027-10-31T00:00:00+02:00", CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
        CronTriggerImpl skips = trigger("2027-10-31T00:00:00+02:00", CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING);
        assertThat(once.getNextFireTime()).isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));

        once.triggered(null);
        skips.triggered(null);

        assertThat(once.getNextFireTime()).isEqualTo(Instant.parse("2027-11-01T01:30:00Z"));
        assertThat(skips.getNextFireTime()).isEqualTo(once.getNextFireTime());
    }

    private static CronTriggerImpl trigger(String from, int misfire) throws ParseException {
        CronTriggerImpl trigger = new CronTriggerImpl();
        trigger.setCronExpression("0 30 2 * * ?");
        trigger.setTimeZone(TimeZone.getTimeZone(BERLIN));
        trigger.setMisfireInstruction(misfire);
        trigger.setStartTime(Date.from(OffsetDateTime.parse(from).toInstant()));
        assertThat(trigger.computeFirstFireTime(null)).isNotNull();
        return trigger;
    }

    private static List<String> fired(ZoneId zone, LocalDateTime midnight, String text) throws ParseException {
        CronExpression cron = new CronExpression(text);
        cron.setTimeZone(TimeZone.getTimeZone(zone));
        Instant end = midnight.plusHours(6).atZone(zone).toInstant();
        List<String> fired = new ArrayList<>();
        Date next = cron.getNextValidTimeAfter(
                Date.from(midnight.atZone(zone).toInstant().minusMillis(1)));
        while (next.toInstant().isBefore(end)) {
            fired.add(TIME.format(next.toInstant().atZone(zone)));
            next = cron.getNextValidTimeAfter(next);
        }
        return fired;
    }
}
