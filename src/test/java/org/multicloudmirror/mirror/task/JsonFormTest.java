package org.multicloudmirror.mirror.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.WrittenClass;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.testing.FakeExtras;

class JsonFormTest {

    private static final ETag MD5 = ETag.parse("1cb251ec0d568de6a929b520c4aed8d1");
    private static final Instant TIME = Instant.parse("2026-11-30T12:00:00.123456789Z");

    @Property(tries = 300)
    void aTaskIsReadAsItWasWritten(@ForAll("texts") String key, @ForAll("texts") String other) {
        CopyTask task = task(key, other, new ObjectEntry(key, Long.MAX_VALUE, ETag.opaque(other), TIME, true, true));

        assertThat(JsonForm.task(JsonForm.of(task))).isEqualTo(task);
        CopyTask missing = task(key, other, null);
        assertThat(JsonForm.task(JsonForm.of(missing))).isEqualTo(missing);
    }

    @Property(tries = 300)
    void anOutcomeIsReadAsItWasWritten(@ForAll("texts") String key, @ForAll("texts") String reason) {
        Outcome outcome = outcome(key, reason);

        String text = JsonForm.of(outcome);

        assertThat(JsonForm.outcome(text)).isEqualTo(outcome);
        assertThat(text.chars()).allMatch(c -> c >= ' ' && c < 0x80);
    }

    @Property(tries = 100)
    void aMarkerIsReadAsItWasWritten(@ForAll("texts") String key) {
        KeyRange range = new KeyRange("1a2b3c4d", 3, key, null);
        Skips skips = new Skips(Map.of(key, 7L, "x", 1L), List.of(outcome(key, key)));
        RangeMarker marker =
                new RangeMarker(range, RangeMarker.Ending.FAILED, key, 1, 2, 3, skips, Extras.NONE, List.of(4, 5));

        assertThat(JsonForm.marker(JsonForm.of(marker))).isEqualTo(marker);
    }

    @ParameterizedTest
    @EnumSource(RunMode.class)
    void aDescriptorIsReadAsItWasWritten(RunMode mode) {
        RunDescriptor run = descriptor(mode);

        assertThat(JsonForm.run(JsonForm.of(run))).isEqualTo(run);
    }

    @ParameterizedTest
    @EnumSource(OutcomeKind.class)
    void eachKindOfOutcomeHasAForm(OutcomeKind kind) {
        Outcome outcome = new Outcome("r", "k", 1, MD5, kind, 0, "", Duration.ZERO, Evidence.NONE);

        assertThat(JsonForm.outcome(JsonForm.of(outcome))).isEqualTo(outcome);
    }

    @Test
    void extrasStayInTheirProcess() {
        RangeMarker marker = new RangeMarker(
                KeyRange.whole("r"),
                RangeMarker.Ending.COMPLETE,
                "",
                0,
                0,
                0,
                Skips.NONE,
                new FakeExtras(() -> {}),
                List.of());

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> JsonForm.of(marker));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"schema\":1 | \"schema\":2 | the run is of schema 2, and this version reads up to 1: update it",
                "\"type\":\"run\" | \"type\":\"ta\\u0007sk\" | the run says that it is a \"ta\\u0007sk\"",
                "\"mode\":\"MIRROR\" | \"mode\":\"mirror\" | the run has a mode that cannot be read",
                "\"mode\":\"MIRROR\" | \"mode\":7 | the run has a mode that cannot be read",
                "\"mode\":\"MIRROR\" | \"mode\":null | the run has a mode that cannot be read",
                "\"schema\":1 | \"schema\":2,\"new\":[null,1.5] | the run is of schema 2, and this version reads up to 1: update it",
                "\"mode\":\"MIRROR\", | `` | the run has no mode",
                "\"mode\":\"MIRROR\" | \"mode\":\"MIRROR\",\"secret\":\"x\" | the run has a field that this version does not know: secret",
                "\"store\":\"s3\" | \"store\":\"s3\",\"re\\ngion\":[] | the run's source has a field that this version does not know: re\\u000agion",
                "\"creates\":true | \"creates\":\"true\" | the run has a creates that cannot be read",
                "\"started\":\"2026 | \"started\":\"x2026 | the run has a started that cannot be read",
                "\"schema\":1 | \"schema\":99999999999999999999 | the run has a schema that cannot be read",
                "\"schema\":1 | \"schema\":1,\"schema\":1 | the run is no JSON: it breaks off or is malformed"
            })
    void tellsWhatIsWrong(String instead, String of, String message) {
        String whole = JsonForm.of(descriptor(RunMode.MIRROR));
        String changed = whole.replace(instead, of);

        assertThat(changed).isNotEqualTo(whole);
        assertThatExceptionOfType(InvalidJsonFormException.class)
                .isThrownBy(() -> JsonForm.run(changed))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence", "size"})
    void refusesNegativeNumbers(String name) {
        for (String whole : List.of(JsonForm.of(outcome("k", "r")), JsonForm.of(task("k", "x", null)))) {
            String negative = whole.replaceAll("\"" + name + "\":", "$0-1");

            assertThatExceptionOfType(InvalidJsonFormException.class)
                    .isThrownBy(() -> {
                        if (whole.contains("\"type\":\"task\"")) {
                            JsonForm.task(negative);
                        } else {
                            JsonForm.outcome(negative);
                        }
                    })
                    .withMessageEndingWith("has a " + name + " that cannot be read");
        }
    }

    /** Cut off at each place, and followed by more. */
    @Test
    void readsNothingThatIsNotWhole() {
        String whole = JsonForm.of(task("k", "x", null));
        for (int length = 0; length < whole.length(); length++) {
            String part = whole.substring(0, length);
            assertThatExceptionOfType(InvalidJsonFormException.class).as(part).isThrownBy(() -> JsonForm.task(part));
        }
        assertThatExceptionOfType(InvalidJsonFormException.class).isThrownBy(() -> JsonForm.task(whole + "{}"));
        assertThatExceptionOfType(InvalidJsonFormException.class).isThrownBy(() -> JsonForm.task("[" + whole + "]"));
    }

    /** With one character changed at each place it is read as something, or refused in one line. */
    @Test
    void nothingElseIsThrown() {
        List<String> wholes = List.of(
                JsonForm.of(task("k", "x", null)),
                JsonForm.of(outcome("k", "r")),
                JsonForm.of(descriptor(RunMode.CHECK)));
        List<Function<String, Object>> readers = List.of(JsonForm::task, JsonForm::outcome, JsonForm::run);
        for (int form = 0; form < wholes.size(); form++) {
            String whole = wholes.get(form);
            for (int i = 0; i < whole.length(); i++) {
                for (char c : new char[] {'0', '9', '"', '{', ']', '-', 'Z', '\\'}) {
                    try {
                        assertThat(readers.get(form).apply(whole.substring(0, i) + c + whole.substring(i + 1)))
                                .isNotNull();
                    } catch (InvalidJsonFormException e) {
                        assertThat(e.getMessage()).doesNotContain("\n").isNotBlank();
                    }
                }
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(12),
                Arbitraries.of(
                        "",
                        "${body}",
                        "a\nb",
                        "../x",
                        "\u0000",
                        "\udc80\udcff",
                        "\ud800",
                        "\ud83c\udf0a",
                        "\u2028",
                        "\"},{\"key\":\"",
                        "é",
                        "a//b",
                        "\\u0041"));
    }

    private static RunDescriptor descriptor(RunMode mode) {
        return new RunDescriptor(
                "1a2b3c4d",
                new Scenario(new Location("s3", "a", "x/"), new Location("cf", "b", "")),
                mode,
                Compare.METADATA,
                new BackupPlace("old/"),
                true,
                new WrittenClass("STANDARD_IA"),
                TIME);
    }

    private static CopyTask task(String key, String other, @Nullable ObjectEntry present) {
        return new CopyTask(
                new KeyRange("1a2b3c4d", 0, "", other),
                42,
                new ObjectEntry(key, 4, MD5, TIME, false),
                new ObjectLocation("s3", "a", key),
                new ObjectLocation("cf", "b", other + key),
                Decision.COPY_SIZE,
                present,
                other);
    }

    private static Outcome outcome(String key, String reason) {
        Evidence evidence =
                new Evidence(MD5, Proof.PARTS, Stream.of(key, reason).toList());
        return new Outcome(
                "1a2b3c4d",
                7,
                key,
                1L << 40,
                ETag.opaque(reason),
                OutcomeKind.LOSSY,
                3,
                reason,
                Duration.ofNanos(1),
                evidence);
    }
}
