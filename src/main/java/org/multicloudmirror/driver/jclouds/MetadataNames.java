package org.multicloudmirror.driver.jclouds;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How a provider writes the names of user metadata. */
enum MetadataNames {
    /** Any token of HTTP. */
    TOKENS('-'),
    /** Letters, digits and {@code _} alone (Azure, "Naming containers, blobs and metadata"). */
    IDENTIFIERS('_');

    private final char separator;

    MetadataNames(char separator) {
        this.separator = separator;
    }

    static MetadataNames of(String provider) {
        return provider.equals("azureblob") ? IDENTIFIERS : TOKENS;
    }

    /** As the provider takes them. */
    Map<String, String> toSend(Map<String, String> user) {
        Map<String, String> renamed = new TreeMap<>();
        user.forEach((name, value) -> renamed.put(name.replace('-', separator), value));
        return renamed;
    }

    /** As we have them. */
    Map<String, String> received(Map<String, String> user) {
        Map<String, String> renamed = new TreeMap<>();
        user.forEach((name, value) -> renamed.put(name.toLowerCase(Locale.ROOT).replace(separator, '-'), value));
        return renamed;
    }
}
