package org.multicloudmirror.driver.jclouds;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The URLs that a catalog has of one service (Identity API v3, "Service catalog and endpoints"). */
public enum CatalogInterface {
    PUBLIC,
    INTERNAL,
    ADMIN;

    /** The one of a name, in any case and with or without the {@code URL} that version 2 of the API puts behind it. */
    public static Optional<CatalogInterface> ofName(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("url$", "");
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(plain))
                .findFirst();
    }

    /** As a user writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
