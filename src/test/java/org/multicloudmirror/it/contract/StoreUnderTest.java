package org.multicloudmirror.it.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.multicloudmirror.storage.ObjectStore;

/** What the parts of the contract ask of a suite. */
interface StoreUnderTest {

    /** What some stores are known not to do, whatever is asked of them. */
    enum Gap {
        /** Giving {@code Content-Type} back as it was written. */
        CONTENT_TYPE_TO_THE_LETTER,
        /** An object {@code a} beside an object {@code a/b}. */
        OBJECT_BESIDE_ITS_FOLDER,
        /** Answering a put with the MD5 of what it holds now. */
        TAG_OF_A_PUT,
        /** Content-Encoding and Content-Language. */
        ENCODING_AND_LANGUAGE,
        /** Expires. */
        EXPIRES,
        /** User metadata that are not ASCII. */
        METADATA_BEYOND_ASCII,
        /** A prefix with signs that mean something in a URL. */
        SIGNS_IN_A_PREFIX,
        /** Giving a copy made on the server an {@code Expires}. */
        EXPIRES_OF_A_COPY,
        /** UTF-8 byte order where it differs from UTF-16's. */
        BYTE_ORDER_BEYOND_THE_FIRST_PLANE,
        /** An object whose key ends at a slash. */
        FOLDER_MARKERS,
        /** Copying no other version of a source than the one that is named. */
        VERSION_OF_A_COPY,
        /** Copying a range of a source. */
        RANGE_OF_A_COPY,
        /** Taking a content header away without sending the bytes again. */
        HEADERS_TAKEN_AWAY,
        /** Giving a copy or an update another Content-Type. */
        TYPE_OF_A_COPY,
        /** User metadata without a value. */
        EMPTY_METADATA,
        /** Saying {@code BadDigest} of bytes that are not those of the MD5. */
        NAME_OF_A_MISMATCH,
        /** Taking the creation of a bucket that is there for done. */
        BUCKET_THAT_EXISTS,
        /** Listing what comes behind any key. */
        LISTING_BEHIND_A_KEY,
        /** Listing a prefix with signs that XML has no place for. */
        CONTROLS_IN_A_PREFIX,
        /** Writing on a condition. */
        LEASES
    }

    ObjectStore store();

    /** A bucket that is there, for objects whose names no other test uses. */
    String bucket();

    /** A bucket that is there and empty, for one test alone. */
    String freshBucket();

    /** The gaps of the store, each with its reason. */
    default Map<Gap, String> gaps() {
        return Map.of();
    }

    /** Skips the test where the store can't. */
    default void needs(Gap gap) {
        assumeTrue(!gaps().containsKey(gap), () -> gaps().get(gap));
    }
}
