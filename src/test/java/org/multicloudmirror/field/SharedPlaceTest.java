package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios that write to one place, also under two names of its service. */
class SharedPlaceTest extends FieldTest {

    private static final String HARM = "with --delete each deletes what the other copies";
    private static final String[] DELETING = {"--delete", "--max-delete=100%", "--min-sync=0"};

    @BeforeEach
    void fill() {
        run.store("again", cloud.swiftStore()).store("s3too", cloud.s3Store());
        cloud.s3().put("src", "one", "1");
        cloud.s3().put("other", "two", "2");
        cloud.swift().put("src", "one", "1");
        cloud.swift().put("other", "two", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "s3://src->cf://dst, s3://other->cf://dst",
        "s3://src->cf://dst, s3://other->cf://dst/below",
        "s3://src->cf://dst, s3://other->again://dst",
        "cf://src->s3://dst, cf://other->s3too://dst"
    })
    void isRefusedWhereExtrasAreDeleted(String one, String other) {
        FieldResult refused = run.mirror(concat(DELETING, one, other));

        assertThat(refused.exit()).as(refused.told()).isEqualTo(2);
        assertThat(refused.told()).contains(other.substring(other.indexOf("->") + 2), HARM);
        assertThat(cloud.swift().keys("dst")).isEmpty();
        assertThat(cloud.s3().keys("dst")).isEmpty();
        assertThat(cloud.requests().list()).isEmpty();
        assertThat(run.command(concat(new String[] {"validate", "--delete"}, one, other))
                        .exit())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "s3://src->cf://dst, s3://other->cf://dst",
        "s3://src->cf://dst, s3://other->again://dst",
        "cf://src->s3://dst, cf://other->s3too://dst"
    })
    void isWarnedOfWhereNoneAre(String one, String other) {
        FieldResult warned = run.mirror(one, other);

        assertThat(warned.exit()).as(warned.told()).isZero();
        assertThat(warned.err().stream().filter(line -> line.startsWith("WARN")))
                .singleElement()
                .asString()
                .contains(HARM);
        assertThat((one.contains("->cf") ? cloud.swift() : cloud.s3()).keys("dst"))
                .containsExactly("one", "two");
        FieldResult valid = run.command("validate", one, other);
        assertThat(valid.exit()).as(valid.told()).isZero();
        assertThat(valid.told()).contains(HARM);
    }

    @Test
    void isNoneWhereEachHasAPrefix() {
        FieldResult apart = run.mirror(concat(DELETING, "s3://src->cf://dst/a", "s3://other->again://dst/b"));

        assertThat(apart.exit()).as(apart.told()).isZero();
        assertThat(cloud.swift().keys("dst")).containsExactly("a/one", "b/two");
    }

    private static String[] concat(String[] some, String... others) {
        return Stream.of(some, others).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
