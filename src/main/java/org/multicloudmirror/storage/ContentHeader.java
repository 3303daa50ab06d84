package org.multicloudmirror.storage;

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
}
