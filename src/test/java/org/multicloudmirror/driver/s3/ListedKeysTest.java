package org.multicloudmirror.driver.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;

class ListedKeysTest {

    private final ListedKeys keys = new ListedKeys(QuirkMemory.of("s3"));

    @Test
    void decodesWhatIsSaidToBeEncoded() {
        assertThat(decoded(true, "", "a+b%2B", "caf%C3%A9", "%25", "plain/*-_.~"))
                .containsExactly("a b+", "caf\u00e9", "%", "plain/*-_.~");
        assertThat(keys.known()).isNull();
    }

    @Test
    void leavesWhatIsNot() {
        assertThat(decoded(false, "", "a+b%2B", "x")).containsExactly("a+b%2B", "x");
    }

    /** One key that no encoding leaves tells of all others, on later pages, too. */
    @Test
    void believesItsEyesWhenAPageIsNotEncoded() {
        for (String shown : List.of("with space", "caf\u00e9", "<", "100%", "%zz", "\u0001")) {
            ListedKeys fresh = new ListedKeys(QuirkMemory.of("s3"));

            assertThat(decoded(fresh, true, "", "a+b", "%41", shown)).containsExactly("a+b", "%41", shown);
            assertThat(decoded(fresh, true, "", "a+b")).containsExactly("a+b");
        }
    }

    @Test
    void seesByThePrefixHowKeysAreWritten() {
        assertThat(decoded(true, "a+b/", "a+b/%41")).as("not encoded").containsExactly("a+b/%41");
        assertThat(decoded(true, "a+b/", "a%2Bb/%41")).as("encoded").containsExactly("a+b/A");
        assertThat(keys.known()).isNull();
        assertThat(decoded(false, "a b/", "a%20b/%41")).as("without a word").containsExactly("a b/A");
        assertThat(decoded(true, "a b/", "a%2520b/%2541", "a%2520b/%F0%9F%8C%8A"))
                .as("twice")
                .containsExactly("a b/A", "a b/\ud83c\udf0a");
        assertThat(decoded(true, "", "%2541")).as("from then on").containsExactly("A");
    }

    @Test
    void keepsWhatIsNoUtf8Apart() {
        List<String> latin1 = decoded(true, "", "caf%E9.txt", "caf%C3%A9.txt");

        assertThat(latin1.stream().map(Keys::isReadable)).containsExactly(false, true);
        assertThat(Keys.printable(latin1.get(0))).isEqualTo("caf\\xE9.txt");
    }

    /** What was read as {@code a b} is not there: it is {@code a+b}, as a look at that shows. */
    @Test
    void findsOutThatAKeyWasMistaken() {
        assertThat(decoded(true, "", "a+b")).containsExactly("a b");

        assertThat(keys.isMistaken("a b", other -> decoded(true, other, "a+b"))).isTrue();
        assertThat(decoded(true, "", "a+b")).containsExactly("a+b");
    }

    @Test
    void findsNoMistakeWhereThereIsNone() {
        assertThat(keys.isMistaken("a b", other -> decoded(true, other))).isFalse();
        assertThat(keys.isMistaken("a b", other -> decoded(true, other, other.equals("a+b") ? "a%2Bb" : "a%2520b")))
                .as("another object of that name")
                .isFalse();
        assertThat(keys.isMistaken("plain", other -> {
                    throw new AssertionError("nothing to ask");
                }))
                .isFalse();
    }

    private List<String> decoded(boolean isSaid, String prefix, String... raw) {
        return decoded(keys, isSaid, prefix, raw);
    }

    private static List<String> decoded(ListedKeys keys, boolean isSaid, String prefix, String... raw) {
        List<ObjectEntry> entries = Stream.of(raw)
                .map(key -> new ObjectEntry(key, 1, ETag.NONE, Instant.EPOCH, false))
                .toList();
        return keys.decoded(entries, isSaid, prefix).stream()
                .map(ObjectEntry::key)
                .toList();
    }
}
