package org.multicloudmirror.storage.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectMetadata;

class FittedMetadataTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    private static final List<Map.Entry<String, String>> ADDED = List.of(
            Map.entry("mirror-source-etag", "1cb251ec0d568de6a929b520c4aed8d1"),
            Map.entry("mirror-source-modified", "2026-05-01T00:00:00Z"));

    static List<MetadataLimits> stores() {
        return List.of(MetadataLimits.SWIFT, MetadataLimits.S3);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void leavesWhatIsHeldAsItIs(MetadataLimits limits) {
        Map<ContentHeader, String> headers =
                Map.of(ContentHeader.CONTENT_TYPE, "text/plain", ContentHeader.EXPIRES, "0");
        ObjectMetadata source = new ObjectMetadata(headers, Map.of("owner", "me", "empty", "", "city", "Zürich"));

        FittedMetadata fitted = fit(source, limits);

        assertThat(fitted.lost()).isEmpty();
        assertThat(fitted.metadata().headers()).isEqualTo(headers);
        assertThat(fitted.metadata().user())
                .containsAllEntriesOf(source.user())
                .containsAllEntriesOf(Map.ofEntries(ADDED.get(0), ADDED.get(1)))
                .hasSize(5);
    }

    @Test
    void packsWhatSwiftWouldCutOrFold() {
        Map<String, String> user =
                Map.of("long", "x".repeat(1000), "a_b", "folded", "a-b", "not folded", "n".repeat(129), "v");

        FittedMetadata fitted = fit(new ObjectMetadata(Map.of(), user), MetadataLimits.SWIFT);

        assertThat(fitted.lost()).isEmpty();
        assertThat(fitted.metadata().user())
                .containsEntry("a-b", "not folded")
                .containsKey("mirror-metadata-1")
                .doesNotContainKeys("a_b", "long");
        assertThat(RestoredMetadata.of(fitted.metadata()).user()).isEqualTo(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bell \u0007", "two\r\nlines", " space", "space ", "\t", "delete \u007f"})
    void packsWhatNoHeaderCarries(String value) {
        ObjectMetadata source = new ObjectMetadata(Map.of(ContentHeader.CACHE_CONTROL, value), Map.of("k", value));

        for (MetadataLimits limits : stores()) {
            FittedMetadata fitted = fit(source, limits);

            assertThat(fitted.metadata().user()).doesNotContainKey("k").containsKey("mirror-metadata-1");
            assertThat(fitted.metadata().headers()).isEmpty();
            assertThat(RestoredMetadata.of(fitted.metadata())).isEqualTo(source);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/x;swift_bytes=1", "text/x; charset=utf-8; swift_anything=2"})
    void packsATypeThatSwiftRefuses(String type) {
        ObjectMetadata source = new ObjectMetadata(Map.of(ContentHeader.CONTENT_TYPE, type), Map.of());

        FittedMetadata fitted = fit(source, MetadataLimits.SWIFT);

        assertThat(fitted.lost()).isEmpty();
        assertThat(fitted.metadata().headers()).isEmpty();
        assertThat(RestoredMetadata.of(fitted.metadata())).isEqualTo(source);
    }

    @Test
    void packsHeadersBeyondAsciiForS3() {
        ObjectMetadata source =
                new ObjectMetadata(Map.of(ContentHeader.CONTENT_DISPOSITION, "inline; filename=\"Zürich\""), Map.of());

        assertThat(fit(source, MetadataLimits.SWIFT).metadata().headers()).isEqualTo(source.headers());
        assertThat(fit(source, MetadataLimits.S3).metadata().headers()).isEmpty();
        assertThat(RestoredMetadata.of(fit(source, MetadataLimits.S3).metadata()))
                .isEqualTo(source);
    }

    @Test
    void packsTheLargestOfTooMany() {
        Map<String, String> user = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            user.put("k" + i, "v" + i);
        }

        FittedMetadata fitted = fit(new ObjectMetadata(Map.of(), user), MetadataLimits.SWIFT);

        assertThat(fitted.lost()).isEmpty();
        assertThat(fitted.metadata().user()).hasSizeLessThanOrEqualTo(90).containsEntry("k9", "v9");
        assertThat(RestoredMetadata.of(fitted.metadata()).user()).isEqualTo(user);
    }

    @Test
    void losesTheLargestOfTooMuchAndSaysSo() {
        Random random = new Random(3);
        Map<String, String> user = new TreeMap<>(Map.of("small", "kept"));
        user.put("large", noise(random, 3000));
        user.put("larger", noise(random, 3500));

        FittedMetadata fitted = fit(new ObjectMetadata(Map.of(), user), MetadataLimits.S3);

        assertThat(fitted.lost()).containsExactly("metadata \"larger\"", "metadata \"large\"");
        assertThat(RestoredMetadata.of(fitted.metadata()).user()).isEqualTo(Map.of("small", "kept"));
        assertThat(fitted.metadata().user()).containsKeys("mirror-source-etag", "mirror-source-modified");
    }

    @Test
    void givesUpItsOwnBeforeTheUsers() {
        Map<String, String> user = Map.of("all", noise(new Random(4), 2045));

        FittedMetadata fitted = fit(new ObjectMetadata(Map.of(), user), MetadataLimits.S3);

        assertThat(fitted.lost()).isEmpty();
        assertThat(fitted.metadata().user()).isEqualTo(user);
    }

    /** As much as a store holds comes back to it as it was. */
    @ParameterizedTest
    @MethodSource("stores")
    void givesUpItsOwnBeforeItPacksTheUsersWhereTheCopyDoesWithout(MetadataLimits limits) {
        Map<String, String> user = new TreeMap<>();
        for (int i = 10; i < 10 + limits.totalBytes() / 128; i++) {
            user.put("name-" + i, "x".repeat(121));
        }

        FittedMetadata yielding = FittedMetadata.of(new ObjectMetadata(Map.of(), user), ADDED, true, limits, NOW);
        FittedMetadata kept = FittedMetadata.of(new ObjectMetadata(Map.of(), user), ADDED, false, limits, NOW);

        assertThat(yielding.metadata().user()).isEqualTo(user);
        assertThat(kept.metadata().user()).containsKeys("mirror-source-etag", "mirror-metadata-1");
    }

    @Test
    void addsAsMuchOfItsOwnAsHasRoom() {
        Map<String, String> user = Map.of("most", "x".repeat(2048 - 4 - 50));

        FittedMetadata fitted =
                FittedMetadata.of(new ObjectMetadata(Map.of(), user), ADDED, true, MetadataLimits.S3, NOW);

        assertThat(fitted.metadata().user()).containsOnlyKeys("most", "mirror-source-etag");
    }

    @Test
    void carriesTagsAndTimesAsMetadataWhereThereAreNone() {
        ObjectMetadata tagged = new ObjectMetadata(Map.of(), Map.of(), Map.of("A b", "c&d=ä"), null, null);
        ObjectMetadata dated = new ObjectMetadata(Map.of(), Map.of(), Map.of(), LATER, null);

        assertThat(fit(tagged, MetadataLimits.S3).metadata().tags()).isEqualTo(tagged.tags());
        assertThat(fit(tagged, MetadataLimits.SWIFT).metadata().user())
                .containsEntry("mirror-tags", "A+b=c%26d%3D%C3%A4");
        assertThat(fit(dated, MetadataLimits.SWIFT).metadata().deleteAt()).isEqualTo(LATER);
        assertThat(fit(dated, MetadataLimits.S3).metadata().user())
                .containsEntry("mirror-delete-at", "2030-01-01T00:00:00Z");
        assertThat(RestoredMetadata.of(fit(tagged, MetadataLimits.SWIFT).metadata()))
                .isEqualTo(tagged);
        assertThat(RestoredMetadata.of(fit(dated, MetadataLimits.S3).metadata()))
                .isEqualTo(dated);
    }

    @Test
    void tellsATimeThatHasPassed() {
        ObjectMetadata dated = new ObjectMetadata(Map.of(), Map.of(), Map.of(), NOW, null);

        FittedMetadata fitted = fit(dated, MetadataLimits.SWIFT);

        assertThat(fitted.lost()).containsExactly("deletion at 2026-06-01T00:00:00Z, which has passed");
        assertThat(fitted.metadata().deleteAt()).isNull();
        assertThat(fit(dated, MetadataLimits.S3).lost()).isEmpty();
    }

    @Test
    void leavesWhatOnlyBearsOurNames() {
        Map<String, String> user = Map.of(
                "mirror-metadata-1", "not packed",
                "mirror-tags", "no form",
                "mirror-delete-at", "soon",
                "mirror-source-etag", "no tag",
                "mirror-source-modified", "yesterday",
                "mirror-source-parts", "many");
        ObjectMetadata source = RestoredMetadata.of(new ObjectMetadata(Map.of(), user));

        assertThat(source.user()).isEqualTo(user);
        assertThat(RestoredMetadata.of(fit(source, MetadataLimits.SWIFT).metadata())
                        .user())
                .isEqualTo(user);
    }

    /** Whatever an object has, it comes back from either store, or what is lost is told. */
    @ParameterizedTest
    @MethodSource("stores")
    void restoresAllThatItDoesNotCallLost(MetadataLimits limits) {
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            ObjectMetadata source = any(random);
            FittedMetadata fitted = fit(source, limits);

            assertWithin(fitted.metadata(), limits);
            ObjectMetadata restored = RestoredMetadata.of(fitted.metadata());
            int all = source.user().size() + source.headers().size();
            assertThat(restored.user().size()
                            + restored.headers().size()
                            + fitted.lost().size())
                    .isEqualTo(all);
            assertThat(source.user()).containsAllEntriesOf(restored.user());
            assertThat(source.headers()).containsAllEntriesOf(restored.headers());
        }
    }

    private static void assertWithin(ObjectMetadata metadata, MetadataLimits limits) {
        int total = 0;
        for (Map.Entry<String, String> item : metadata.user().entrySet()) {
            String wire = limits.isAscii() ? EncodedWords.encode(item.getValue()) : item.getValue();
            assertThat(item.getKey().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(limits.nameBytes());
            assertThat(wire.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(limits.valueBytes());
            assertThat(limits.foldsUnderscores() && item.getKey().contains("_")).isFalse();
            total += item.getKey().length() + wire.getBytes(UTF_8).length;
        }
        assertThat(metadata.user()).hasSizeLessThanOrEqualTo(limits.items());
        assertThat(total).isLessThanOrEqualTo(limits.totalBytes());
    }

    private static ObjectMetadata any(Random random) {
        Map<String, String> user = new TreeMap<>();
        int items = random.nextInt(random.nextBoolean() ? 5 : 120);
        for (int i = 0; i < items; i++) {
            user.put(
                    "n" + i + (random.nextInt(9) == 0 ? "_x" : ""),
                    Texts.any(random, random.nextInt(8) == 0 ? 700 : 30));
        }
        Map<ContentHeader, String> headers =
                random.nextBoolean() ? Map.of(ContentHeader.CONTENT_LANGUAGE, Texts.any(random, 30)) : Map.of();
        return new ObjectMetadata(headers, user);
    }

    private static String noise(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append((char) ('!' + random.nextInt(94)));
        }
        return text.toString();
    }

    private static FittedMetadata fit(ObjectMetadata source, MetadataLimits limits) {
        return FittedMetadata.of(source, ADDED, false, limits, NOW);
    }
}
