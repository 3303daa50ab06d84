package org.multicloudmirror.storage;

import java.util.Arrays;
import java.util.Optional;

/** The headers of HTTP that are kept with an object and served with it (RFC 9110, RFC 9111, RFC 6266). */
public enum ContentHeader {
    CONTENT_TYPE("Content-Type"),
    CACHE_CONTROL("Cache-Control"),
    CONTENT_DISPOSITION("Content-Disposition"),
    CONTENT_ENCODING("Content-Encoding"),
    CONTENT_LANGUAGE("Content-Language"),
    EXPIRES("Expires");

    private final String httpName;

    ContentHeader(String httpName) {
        this.httpName = httpName;
    }

    /** The name on the wire. */
    public String httpName() {
        return httpName;
    }

    /** The header of a name as it is written on the wire, its case included. */
    public static Optional<ContentHeader> ofHttpName(String name) {
        return Arrays.stream(values())
                .filter(header -> header.httpName.equals(name))
                .findFirst();
    }
}
