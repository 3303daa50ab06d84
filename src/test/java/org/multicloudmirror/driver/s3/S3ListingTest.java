package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.driver.PageBytes;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

class S3ListingTest {

    private static final String ENCODED = "<EncodingType>url</EncodingType>";

    static final String PAGE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
              <Name>photos</Name><Prefix>2026/</Prefix><KeyCount>2</KeyCount><MaxKeys>1000</MaxKeys>
              <EncodingType>url</EncodingType><IsTruncated>true</IsTruncated>
              <NextContinuationToken>1ueGcxLPRx1Tr/XYExHnhbYLgveDs2J/wm36Hy4vbOwM=</NextContinuationToken>
              <Contents>
                <Key>2026/a.jpg</Key><LastModified>2026-11-23T04:00:12.000Z</LastModified>
                <ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag><Size>5368709121</Size>
                <StorageClass>STANDARD</StorageClass>
                <Owner><ID>1</ID><DisplayName>me</DisplayName></Owner>
              </Contents>
              <Contents>
                <Key>2026/b.mov</Key><LastModified>2026-11-23T04:00:13.500Z</LastModified>
                <ETag>"d41d8cd98f00b204e9800998ecf8427e-2"</ETag><Size>0</Size>
                <ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm><ChecksumType>FULL_OBJECT</ChecksumType>
              </Contents>
            </ListBucketResult>
            """;

    @Test
    void readsEntriesAndTheNextToken() throws IOException {
        assertThat(read(PAGE))
                .isEqualTo(new S3Page(
                        List.of(
                                new ObjectEntry(
                                        "2026/a.jpg",
                                        5_368_709_121L,
                                        new ETag("d41d8cd98f00b204e9800998ecf8427e", true),
                                        Instant.parse("2026-11-23T04:00:12Z"),
                                        false),
                                new ObjectEntry(
                                        "2026/b.mov",
                                        0,
                                        new ETag("d41d8cd98f00b204e9800998ecf8427e-2", false),
                                        Instant.parse("2026-11-23T04:00:13.5Z"),
                                        false)),
                        true,
                        "1ueGcxLPRx1Tr/XYExHnhbYLgveDs2J/wm36Hy4vbOwM=",
                        "",
                        false,
                        true));
    }

    @ParameterizedTest
    @CsvSource({
        "a+b, a b",
        "a%20b, a b",
        "a%2Bb, a+b",
        "50%25, 50%",
        "%252F, %2F",
        "a%0Ab%01, 'a\nb\u0001'",
        "Gr%C3%BC%C3%9Fe/%F0%9F%8C%8A, Grüße/\uD83C\uDF0A",
        "Grüße, Grüße",
        "a%2F%2Fb//, a//b//",
        "%3C&amp;%3E, <&>"
    })
    void decodesKeysWhereverTheEncodingIsNamed(String raw, String key) throws IOException {
        assertThat(keys(ENCODED + entry(raw))).containsExactly(key);
        assertThat(keys(entry(raw) + ENCODED)).containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b", "50%", "%2F", "a%20b", " a "})
    void takesKeysAsTheyAreWhenNoEncodingIsNamed(String key) throws IOException {
        assertThat(keys(entry(key))).containsExactly(key);
    }

    @Test
    void readsKeysInPieces() throws IOException {
        assertThat(keys(entry("a&amp;b<![CDATA[<c>]]>&#x1F30A;"))).containsExactly("a&b<c>\uD83C\uDF0A");
    }

    @Test
    void takesNothingOverFromTheEntryBefore() throws IOException {
        String body = "<Contents><Key>a</Key><Size>1</Size><ETag>\"d41d8cd98f00b204e9800998ecf8427e\"</ETag>"
                + "<LastModified>2026-11-23T04:00:12Z</LastModified></Contents><Contents><Key>b</Key></Contents>";

        assertThat(read(listing(body)).entries().get(1))
                .isEqualTo(new ObjectEntry("b", 0, ETag.NONE, Instant.EPOCH, true));
    }

    /** The prefix is one that the parser has no words for. */
    @ParameterizedTest
    @ValueSource(strings = {"<Contents><Size>1</Size></Contents>", "<Contents><Key/></Contents>", "<xmlns:Contents/>"})
    void refusesWhatNamesNoKey(String body) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(listing(body)))
                .withMessageStartingWith("the listing is");
    }

    @Test
    void endsWhereTheStoreSaysSo() throws IOException {
        String token = "<NextContinuationToken>t</NextContinuationToken>";

        assertThat(read(listing("")).isTruncated()).isFalse();
        assertThat(read(listing("<IsTruncated>false</IsTruncated>" + token)).isTruncated())
                .isFalse();
        assertThat(read(listing(entry("a") + "<IsTruncated> true </IsTruncated>" + token))
                        .isTruncated())
                .isTrue();
    }

    @Test
    void tellsTheFirstVersionOfTheRequestFromTheSecond() throws IOException {
        assertThat(read(listing("<Marker/>" + ENCODED + "<NextMarker>a%20b</NextMarker>")))
                .returns(true, S3Page::isFirstVersion)
                .returns("a b", S3Page::marker);
        assertThat(read(listing("<Marker/><NextMarker>a%20b</NextMarker>")).marker())
                .isEqualTo("a%20b");
        assertThat(read(listing("<Marker/><KeyCount>0</KeyCount>")).isFirstVersion())
                .isFalse();
    }

    private static List<String> keys(String body) throws IOException {
        return read(listing(body)).entries().stream().map(ObjectEntry::key).toList();
    }

    static String listing(String body) {
        return "<ListBucketResult>" + body + "</ListBucketResult>";
    }

    static String entry(String key) {
        return "<Contents><Key>" + key + "</Key><Size>1</Size></Contents>";
    }

    static S3Page read(String xml) throws IOException {
        return S3Listing.read(
                PageBytes.of(new ByteArrayInputStream(xml.getBytes(UTF_8))), "", new ListedKeys(QuirkMemory.of("s3")));
    }
}
