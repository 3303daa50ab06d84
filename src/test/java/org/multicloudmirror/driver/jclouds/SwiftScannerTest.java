package org.multicloudmirror.driver.jclouds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.driver.PageBytes;
import org.multicloudmirror.fuzz.Fuzz;
import org.multicloudmirror.fuzz.Variants;
import org.multicloudmirror.storage.ObjectEntry;

/** What the scanner recognises is what the parser reads. */
class SwiftScannerTest {

    private static final Fuzz LISTINGS = new Fuzz("swift-listing");

    @ParameterizedTest
    @ValueSource(strings = {"service.json", "ceph.json"})
    void recognisesWhatServicesSend(String file) {
        byte[] body = Variants.file("swift-listing/" + file);

        assertThat(scanned(body)).isNotNull();
        assertAsParsed(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"service.json", "ceph.json", "page.json"})
    void readsAFixtureWithOneByteChangedAsTheParserDoes(String file) {
        Variants.each(Variants.file("swift-listing/" + file), SwiftScannerTest::assertAsParsed);
    }

    @Test
    void readsThePageOfTheParsersTestsAsTheParserDoes() {
        Variants.each(SwiftListingTest.PAGE.getBytes(UTF_8), SwiftScannerTest::assertAsParsed);
    }

    @Test
    void recognisesAnEmptyListing() {
        assertThat(scanned("[]".getBytes(UTF_8))).isEmpty();
    }

    /** What is no UTF-8 is longer for the parser, which has a limit in characters. */
    @ParameterizedTest
    @ValueSource(ints = {8_190, 8_200, 9_000, 16_380, 16_390})
    void readsLongNamesThatAreNoUtf8AsTheParserDoes(int length) {
        assertAsParsed(("[{\"name\": \"" + "\u00bc".repeat(length)
                        + "\", \"hash\": \"\", \"bytes\": 1, \"last_modified\": \"2026-11-23T04:00:12.000000\"}]")
                .getBytes(ISO_8859_1));
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Fuzz.seeds();
    }

    @Property(tries = Fuzz.TRIES, seed = "4")
    void readsAMutantAsTheParserDoes(@ForAll("seeds") long seed) {
        LISTINGS.each(seed, mutant -> assertAsParsed(mutant.bytes()));
    }

    private static void assertAsParsed(byte[] body) {
        List<ObjectEntry> scanned = scanned(body);
        if (scanned != null) {
            assertThat(scanned).as(new String(body, ISO_8859_1)).isEqualTo(parsed(body));
        }
    }

    private static @Nullable List<ObjectEntry> scanned(byte[] body) {
        return SwiftScanner.scan(PageBytes.of(new ByteArrayInputStream(body)));
    }

    private static List<ObjectEntry> parsed(byte[] body) {
        try {
            return SwiftListing.parsed(new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new AssertionError("the parser does not take " + new String(body, ISO_8859_1), e);
        }
    }
}
