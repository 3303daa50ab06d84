package org.multicloudmirror.bench.server;

import java.util.HexFormat;
import java.util.List;

/**
 * A part of an object.
 *
 * @param etag its MD5, hexadecimal
 */
record Part(long length, int variant, String etag) {

    static Part of(Recognition body) {
        return new Part(body.length(), body.variant(), HexFormat.of().formatHex(body.md5()));
    }

    byte[] md5() {
        return HexFormat.of().parseHex(etag);
    }

    /** Which generated content the parts make together; {@link StoredObject#NO_VARIANT} when none. */
    static int variantOf(List<Part> parts) {
        int variant = parts.get(0).variant();
        for (int i = 0; i < parts.size(); i++) {
            boolean isLast = i == parts.size() - 1;
            boolean endsABlock = parts.get(i).length() % Content.BLOCK == 0;
            if (parts.get(i).variant() != variant || !(isLast || endsABlock)) {
                return StoredObject.NO_VARIANT;
            }
        }
        return variant;
    }

    static long lengthOf(List<Part> parts) {
        return parts.stream().mapToLong(Part::length).sum();
    }
}
