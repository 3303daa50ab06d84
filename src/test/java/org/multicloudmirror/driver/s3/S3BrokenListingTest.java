package org.multicloudmirror.driver.s3;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.multicloudmirror.driver.s3.S3ListingTest.PAGE;
import static org.multicloudmirror.driver.s3.S3ListingTest.entry;
import static org.multicloudmirror.driver.s3.S3ListingTest.listing;
import static org.multicloudmirror.driver.s3.S3ListingTest.read;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
                "<html><body>It works!</body></html>",
                "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>"
            })
    void rejectsAnotherDocument(String document) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(document))
                .withMessage("the answer is not a listing");
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
    void expandsNoEntities() {
        String bomb = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + listing(entry("&a;"));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(bomb));
    }
}
