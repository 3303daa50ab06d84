package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.multicloudmirror.driver.s3.S3ListingTest.PAGE;
import static org.multicloudmirror.driver.s3.S3ListingTest.entry;
import static org.multicloudmirror.driver.s3.S3ListingTest.listing;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.driver.PageBytes;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.fuzz.Fuzz;
import org.multicloudmirror.fuzz.Variants;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

/** What the scanner recognises is what the parser reads. */
class S3ScannerTest {

    private static final Fuzz LISTINGS = new Fuzz("s3-listing");
    private static final String ENCODED = "<EncodingType>url</EncodingType>";

    @ParameterizedTest
    @ValueSource(strings = {"v2-service.xml", "v1-service.xml"})
    void recognisesWhatServicesSend(String file) {
        byte[] body = Variants.file("s3-listing/" + file);

        assertThat(scanned(body, "")).isNotNull();
        assertAsParsed(body, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2-service.xml", "v1-service.xml", "v2-encoded.xml", "v1-plain.xml"})
    void readsAFixtureWithOneByteChangedAsTheParserDoes(String file) {
        Variants.each(Variants.file("s3-listing/" + file), body -> assertAsParsed(body, ""));
    }

    @Test
    void readsThePageOfTheParsersTestsAsTheParserDoes() {
        Variants.each(PAGE.getBytes(UTF_8), body -> assertAsParsed(body, ""));
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Fuzz.seeds();
    }

    @Property(tries = Fuzz.TRIES, seed = "4")
    void readsAMutantAsTheParserDoes(@ForAll("seeds") long seed) {
        LISTINGS.each(seed, mutant -> assertAsParsed(mutant.bytes(), ""));
    }

    /** What a page says of its encoding is not all there is to know of it. */
    @ParameterizedTest
    @CsvSource({
        "a b/, true, a+b/1, true",
        "a b/, true, a%20b/1, true",
        "a b/, true, a%2520b/1, false",
        "a b/, true, a b/1, false",
        "a b/, false, a b/1, true",
        "a b/, false, a%20b/1, false",
        "a+b/, true, a%2Bb/1, true",
        "a+b/, true, a+b/1, false",
        "gr\u00fcn/, true, gr%C3%BCn/1, true",
        "gr\u00fcn/, true, gr\u00fcn/1, false",
        "p/, true, p/%zz, false",
        "p/, false, p/%zz, true",
        "p/, true, q/1, true"
    })
    void leavesKeysInAnotherFormToTheParser(String prefix, boolean isSaid, String key, boolean isScanned) {
        byte[] body = listing((isSaid ? ENCODED : "") + entry(key)).getBytes(UTF_8);

        assertThat(scanned(body, prefix) != null).isEqualTo(isScanned);
        assertAsParsed(body, prefix);
    }

    @Test
    void leavesAllToTheParserWhileKeysAreKnownToBeInAnotherForm() {
        ListedKeys listed = new ListedKeys(QuirkMemory.of("s3"));
        listed.decoded(List.of(entryOf("a b/1")), true, "a b/");
        byte[] body = listing(ENCODED + entry("a%20b/1")).getBytes(UTF_8);

        assertThat(listed.known()).isZero();
        assertThat(S3Scanner.scan(PageBytes.of(new ByteArrayInputStream(body)), "", listed))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"GLACIER, false", "DEEP_ARCHIVE, false", "GLACIER_IR, true", "STANDARD, true"})
    void leavesArchivedEntriesToTheParser(String storageClass, boolean isScanned) {
        String contents = "<Contents><Key>a</Key><Size>1</Size><StorageClass>%s</StorageClass></Contents>";
        byte[] body = listing(contents.formatted("STANDARD") + contents.formatted(storageClass))
                .getBytes(UTF_8);

        assertThat(scanned(body, "") != null).isEqualTo(isScanned);
        assertAsParsed(body, "");
    }

    /** The bytes so far are a whole listing. */
    @Test
    void takesNoPageThatBrokeOff() {
        InputStream broken = new FilterInputStream(
                new ByteArrayInputStream(listing(entry("a")).getBytes(UTF_8))) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                if (read < 0) {
                    throw new IOException("cut");
                }
                return read;
            }
        };
        PageBytes page = PageBytes.of(broken);

        assertThat(S3Scanner.scan(page, "", new ListedKeys(QuirkMemory.of("s3"))))
                .isNull();
        assertThat(failure(page.stream())).hasMessageContaining("cut");
    }

    /** What is no UTF-8 is longer for the parser, which has a limit in characters. */
    @ParameterizedTest
    @ValueSource(ints = {8_190, 8_200, 9_000, 16_380, 16_390})
    void readsLongTextsThatAreNoUtf8AsTheParserDoes(int length) {
        String text = "\u00bc".repeat(length);

        assertAsParsed(listing(entry(text)).getBytes(ISO_8859_1), "");
        assertAsParsed(listing("<Prefix>" + text + "</Prefix>" + entry("a")).getBytes(ISO_8859_1), "");
        assertAsParsed(
                listing(entry("a").replace("</Key>", "</Key><Owner><ID>" + text + "</ID></Owner>"))
                        .getBytes(ISO_8859_1),
                "");
    }

    /** Nobody waits for so much memory: the parser reads it as it comes. */
    @Test
    void leavesAnEndlessPageToTheParser() throws IOException {
        String blank = " ".repeat(9 << 20);
        PageBytes page = PageBytes.of(
                new ByteArrayInputStream(listing(entry("a") + blank).getBytes(UTF_8)));

        assertThat(page.isWhole()).isFalse();
        assertThat(S3Listing.parsed(page.stream(), "", new ListedKeys(QuirkMemory.of("s3")))
                        .entries())
                .extracting(ObjectEntry::key)
                .containsExactly("a");
    }

    private static void assertAsParsed(byte[] body, String prefix) {
        S3Page scanned = scanned(body, prefix);
        if (scanned != null) {
            assertThat(scanned).as(new String(body, ISO_8859_1)).isEqualTo(parsed(body, prefix));
        }
    }

    private static @Nullable S3Page scanned(byte[] body, String prefix) {
        PageBytes page = PageBytes.of(new ByteArrayInputStream(body));
        return S3Scanner.scan(page, prefix, new ListedKeys(QuirkMemory.of("s3")));
    }

    private static S3Page parsed(byte[] body, String prefix) {
        try {
            return S3Listing.parsed(new ByteArrayInputStream(body), prefix, new ListedKeys(QuirkMemory.of("s3")));
        } catch (IOException e) {
            throw new AssertionError("the parser does not take " + new String(body, ISO_8859_1), e);
        }
    }

    private static Throwable failure(InputStream body) {
        try {
            S3Listing.parsed(body, "", new ListedKeys(QuirkMemory.of("s3")));
            throw new AssertionError("it was read");
        } catch (IOException e) {
            return e;
        }
    }

    private static ObjectEntry entryOf(String key) {
        return new ObjectEntry(key, 1, ETag.NONE, Instant.EPOCH, false);
    }
}
