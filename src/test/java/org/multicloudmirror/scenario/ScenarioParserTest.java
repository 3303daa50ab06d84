package org.multicloudmirror.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioParserTest {

    private final ScenarioParser parser = new ScenarioParser(List.of("s3", "cf", "backup-2"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    s3://b->cf://c                     | s3://b->cf://c
                    cf://c->s3://b                     | cf://c->s3://b
                    s3://a->s3://b                     | s3://a->s3://b
                    cf://b->backup-2://b               | cf://b->backup-2://b
                    s3://b/->cf://c/                   | s3://b->cf://c
                    s3://b/photos->cf://c/2026/11      | s3://b/photos/->cf://c/2026/11/
                    s3://b/photos/->cf://c/2026/11/    | s3://b/photos/->cf://c/2026/11/
                    s3://b/photos->s3://b/photos2      | s3://b/photos/->s3://b/photos2/
                    s3://b//x->cf://c                  | s3://b//x/->cf://c
                    s3://b//->cf://c                   | s3://b//->cf://c
                    s3://b/a->b->cf://c                | s3://b/a->b/->cf://c
                    s3://b/a->b/c->cf://c/d->e         | s3://b/a->b/c/->cf://c/d->e/
                    s3://b/a://b->cf://c               | s3://b/a://b/->cf://c
                    s3://b/Grüße/日本->cf://größe/🌊     | s3://b/Grüße/日本/->cf://größe/🌊/
                    s3://b/with space->cf://my photos  | s3://b/with space/->cf://my photos
                    s3://b/50%/a+b->cf://c             | s3://b/50%/a+b/->cf://c
                    """)
    void readsBothSides(String text, String canonical) {
        assertThat(parser.parse(text)).hasToString(canonical);
    }

    @Test
    void takesAStoreInUpperCaseAsTheOldToolDid() {
        assertThat(parser.parse("S3://B->CF://C")).hasToString("s3://B->cf://C");
    }

    @Test
    void keepsStoreBucketAndPrefixApart() {
        Scenario scenario = parser.parse("s3://b//x->cf://c");

        assertThat(scenario.source()).isEqualTo(new Location("s3", "b", "/x/"));
        assertThat(scenario.destination()).isEqualTo(new Location("cf", "c", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    s3://b              | it has no "->"; write it as s3://bucket[/prefix]->cf://container[/prefix]
                    s3://b=>cf://c      | it has no "->"; write it as s3://bucket[/prefix]->cf://container[/prefix]
                    s3://b-             | it ends where a shell takes > for a redirection into a file; write the whole scenario in quotes: 's3://bucket[/prefix]->cf://container[/prefix]'
                    -                   | it ends where a shell takes > for a redirection into a file; write the whole scenario in quotes: 's3://bucket[/prefix]->cf://container[/prefix]'
                    s33://b->cf://c     | the source names the unknown store "s33" (did you mean "s3"?); use one of backup-2, cf, s3, or configure mirror.stores.s33.driver
                    s3:/b->cf://c       | the source "s3:/b" has no "://"; write it as s3://b
                    s3//b/p->cf://c     | the source "s3//b/p" has no "://"; write it as s3://b/p
                    b->cf://c           | the source "b" has no "://"; write it as s3://bucket
                    ->cf://c            | the source "" has no "://"; write it as s3://bucket
                    s3://b->c           | the destination "c" has no "://"; write it as cf://container
                    s3://b->            | the destination "" has no "://"; write it as cf://container
                    s3://a->s3//b       | the destination "s3//b" has no "://"; write it as s3://b
                    s3://a->cf:c/d      | the destination "cf:c/d" has no "://"; write it as cf://c/d
                    s3://->cf://c       | the source has an empty bucket; write it as s3://bucket
                    s3:///p->cf://c     | the source has an empty bucket; write it as s3://bucket
                    s3://b->cf://       | the destination has an empty bucket; write it as cf://bucket
                    s3://b->cf:///p     | the destination has an empty bucket; write it as cf://bucket
                    """)
    void saysWhatIsWrongAndHowToWriteIt(String text, String problem) {
        assertRejected(text, problem);
    }

    @ParameterizedTest
    @CsvSource({
        "gs://b->cf://c, source, gs, gs",
        "://b->cf://c, source, '', NAME",
        "s3://b->swift://c, destination, swift, swift"
    })
    void namesTheStoresThatThereAre(String text, String side, String store, String toConfigure) {
        assertRejected(
                text,
                "the " + side + " names the unknown store \"" + store + "\"; use one of backup-2, cf, s3, or configure"
                        + " mirror.stores." + toConfigure + ".driver");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://b->s3://b", "s3://b/p->s3://b/p", "s3://b/p->s3://b/p/", "cf://c/->cf://c"})
    void rejectsTheSameOnBothSides(String text) {
        assertRejected(text, "source and destination are the same; name another bucket or prefix on one side");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://b/p->s3://b/p/q",
                "s3://b/p/q->s3://b/p",
                "s3://b->s3://b/p",
                "s3://b/p->s3://b",
                "s3://b//->s3://b//p"
            })
    void rejectsOnePrefixInsideTheOther(String text) {
        assertRejected(text, "one prefix is inside the other; use prefixes of which neither starts with the other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://b\n2026-11-23 ERROR forged",
                "s3:/b\r\nforged->cf://c",
                "s3://b->cf:c\u001b[2J",
                "gs\n://b->cf://c",
                "s3://b->gs\u0085://c",
                "s3:/b\u2028forged->cf://c",
                "s3://b/p\u2029->s3://b/p\u2029"
            })
    void keepsTheMessageOnOneLine(String text) {
        InvalidScenarioException rejected =
                catchThrowableOfType(InvalidScenarioException.class, () -> parser.parse(text));

        assertThat(rejected).hasMessageNotContainingAny("\n", "\r", "\u001b", "\u0085", "\u2028", "\u2029");
    }

    private void assertRejected(String text, String problem) {
        assertThatExceptionOfType(InvalidScenarioException.class)
                .isThrownBy(() -> parser.parse(text))
                .withMessage("Scenario \"" + text + "\": " + problem);
    }
}
