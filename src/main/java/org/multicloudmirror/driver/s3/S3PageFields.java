package org.multicloudmirror.driver.s3;

import java.util.List;
import org.multicloudmirror.storage.ObjectEntry;

/** What a page says beside its entries (S3 API reference, ListObjectsV2 and ListObjects), as it is read. */
final class S3PageFields {

    private boolean isEncoded;
    private boolean isTruncated;
    private String token = "";
    private String marker = "";
    private boolean hasMarker;
    private boolean isSecondVersion;

    /** Whether the text of a field says something. */
    static boolean hasText(String name) {
        return switch (name) {
            case "EncodingType", "IsTruncated", "NextContinuationToken", "NextMarker" -> true;
            default -> false;
        };
    }

    /** There is a field, with this text. */
    void text(String name, String text) {
        switch (name) {
            case "EncodingType" -> isEncoded = text.equals("url");
            case "IsTruncated" -> isTruncated = Boolean.parseBoolean(text.strip());
            case "NextContinuationToken" -> token = text;
            case "NextMarker" -> marker = text;
            default -> present(name);
        }
    }

    /** There is a field whose text says nothing. */
    void present(String name) {
        switch (name) {
            case "Marker" -> hasMarker = true;
            case "KeyCount", "ContinuationToken", "StartAfter" -> isSecondVersion = true;
            default -> {
                // the other fields repeat the request
            }
        }
    }

    /** Whether the page says that its keys are percent-encoded. */
    boolean isEncoded() {
        return isEncoded;
    }

    /** The page with these entries, whose keys are as they are. */
    S3Page page(List<ObjectEntry> entries) {
        return new S3Page(
                entries,
                isTruncated,
                token,
                isEncoded ? FormDecoding.decoded(marker) : marker,
                hasMarker && !isSecondVersion,
                isEncoded);
    }
}
