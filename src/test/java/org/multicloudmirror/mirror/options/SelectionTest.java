package org.multicloudmirror.mirror.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.mirror.select.Age;
import org.multicloudmirror.mirror.select.Filters;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

class SelectionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    /** Size, age in seconds, why it is left out. */
    @ParameterizedTest
    @CsvSource({
        "10, 60, ''",
        "10, 3600, ''",
        "9, 60, smaller than --min-size",
        "10, 59, younger than --min-age=1m",
        "10, -5, younger than --min-age=1m",
        "10, 3601, older than --max-age=1h"
    })
    void leavesOutBySizeAndAge(long size, long age, String why) {
        Selection selection = new Selection(
                10, 100, new Age(Duration.ofMinutes(1), "1m"), new Age(Duration.ofHours(1), "1h"), Filters.NONE, null);
        ObjectEntry entry = new ObjectEntry("k", size, ETag.NONE, NOW.minusSeconds(age), false);

        assertThat(selection.exclusion("k", entry, NOW).orElse("")).isEqualTo(why);
    }
}
