package org.multicloudmirror.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GarbledTextTest {

    private static final String POSIX = "ANSI_X3.4-1968";
    private static final String REMEDY =
            " cannot be read in this locale; run it with LC_ALL=C.UTF-8, or by the launcher, which sees to it";

    @Test
    void namesAnArgumentThatCannotBeRead() {
        String[] arguments = {"--quiet", "s3://b\ufffd\ufffdcher->cf://b"};

        assertThat(GarbledText.complaint(arguments, Map.of(), POSIX)).contains("\"" + arguments[1] + "\"" + REMEDY);
    }

    @Test
    void namesAVariableThatCannotBeRead() {
        assertThat(GarbledText.complaint(new String[0], Map.of("MIRROR_FILTERS", "- \ufffd*", "X", "\ufffd"), POSIX))
                .contains("the environment variable MIRROR_FILTERS" + REMEDY);
    }

    @Test
    void takesWhatCanBeRead() {
        String[] replacement = {"s3://a/\ufffd->cf://b"};

        assertThat(GarbledText.complaint(replacement, Map.of(), "UTF-8")).isEmpty();
        assertThat(GarbledText.complaint(new String[] {"s3://a->cf://b"}, Map.of("X", "\ufffd"), POSIX))
                .isEmpty();
    }
}
