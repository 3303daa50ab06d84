package org.multicloudmirror.driver.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.multicloudmirror.driver.s3.S3ListingTest.PAGE;
import static org.multicloudmirror.driver.s3.S3ListingTest.entry;
import static org.multicloudmirror.driver.s3.S3ListingTest.listing;
import static org.multicloudmirror.driver.s3.S3ListingTest.read;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.driver.RefusedListingException;
import org.multicloudmirror.storage.ObjectEntry;

/** Half a listing, or none, must never pass for a whole one. */
class S3BrokenListingTest {

    @Test
    void rejectsAListingThatBrokeOffAnywhere() {
        for (int length = 0; length < PAGE.strip().length(); length++) {
            String cut = PAGE.substring(0, length);

            assertThatExceptionOfType(IOException.class)
                    .as("%d characters", length)
                    .isThrownBy(() -> read(cut));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Error><Message>without a code</Message></Error>",
                "<html><body><br>It works!",
                "It works!",
                "<html><body>It works!</body></html>",
                "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>"
            })
    void rejectsAnotherDocument(String document) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(document))
                .withMessageStartingWith("the answer is not a listing; check the endpoint of the store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Contents><Key>a</Key><Size>many</Size></Contents>",
                "<Contents><Key>a</Key><LastModified>yesterday</LastModified></Contents>",
                "<Contents><Key><b/></Key></Contents>",
            })
    void rejectsAMangledListing(String body) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(listing(body)));
    }

    @Test
    void tellsAnErrorInPlaceOfAListing() {
        assertThatExceptionOfType(RefusedListingException.class)
                .isThrownBy(() -> read("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"))
                .withMessage("AccessDenied: Access Denied");
    }

    /** Wherever the key stands. */
    @ParameterizedTest
    @CsvSource({
        "<Key>a</Key><Size>many</Size>, the size \"many\"",
        "<Size>99999999999999999999</Size><Key>a</Key>, the size \"99999999999999999999\"",
        "<LastModified>yesterday</LastModified><Key>a</Key>, the date \"yesterday\""
    })
    void namesWhatIsMangled(String fields, String words) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(listing("<Contents>" + fields + "</Contents>")))
                .withMessageContaining(words + " of \"a\" is none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Size>-7</Size>", "<Size/>", "<Size> </Size>", ""})
    void takesASizeThatIsNotKnownForUntold(String size) throws IOException {
        assertThat(read(listing("<Contents><Key>a</Key>" + size + "</Contents>"))
                        .entries())
                .singleElement()
                .matches(ObjectEntry::isSizeUntold);
    }

    @Test
    void expandsNoEntities() {
        String bomb = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + listing(entry("&a;"));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(bomb));
    }
}
