package org.multicloudmirror.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFiguresTest {

    /** Of {@code cron}, {@code every} and {@code poll}. */
    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "false, true"})
    void aSuccessIsDueOfWhatNeverHadOne(boolean isByTheClock, boolean isOnChange) {
        Timetable timetable = new Timetable() {
            @Override
            public Optional<Instant> after(Instant moment) {
                return Optional.of(moment.plus(Duration.ofHours(1)));
            }

            @Override
            public boolean isByTheClock() {
                return isByTheClock;
            }

            @Override
            public boolean isOnChange() {
                return isOnChange;
            }
        };
        ScenarioFigures figures = new ScenarioFigures(new Scheduled("it", "s3://a->cf://b", timetable));

        assertThat(figures.successDue(timetable)).isPresent();
    }
}
