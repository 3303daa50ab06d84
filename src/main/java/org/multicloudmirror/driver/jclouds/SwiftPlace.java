package org.multicloudmirror.driver.jclouds;

import org.jspecify.annotations.Nullable;
import org.multicloudmirror.http.Endpoint;

/**
 * Where the objects of a Swift account are, as far as the user says more than the login tells.
 *
 * @param storage the account's URL, which counts in place of the catalog's; null for that one
 * @param access which of the catalog's URLs; null for the public one, or the internal one where there is no other
 * @param token to begin with where the account's URL is known: no login is needed while it holds; empty for none; never
 *     shown
 */
public record SwiftPlace(
        @Nullable Endpoint storage, @Nullable CatalogInterface access, String token) {

    /** All as the login tells it. */
    public static final SwiftPlace OF_LOGIN = new SwiftPlace(null, null, "");

    /** Without the token. */
    @Override
    public String toString() {
        return storage == null ? "as the login tells" : storage.toString();
    }
}
