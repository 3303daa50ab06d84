package org.multicloudmirror.stores;

import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.jclouds.CatalogInterface;
import org.multicloudmirror.driver.jclouds.SwiftPlace;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.settings.InvalidSettingException;

/** Reads where the objects of an account are, as somebody wrote it down. */
final class SwiftPlaces {

    private SwiftPlaces() {}

    /**
     * A place.
     *
     * @param storage the account's URL, and what it is called where it was written
     * @param access which of the catalog's URLs, and what that is called
     * @throws InvalidSettingException when one of them is none
     */
    static SwiftPlace of(Named storage, Named access, String token) {
        return new SwiftPlace(storage(storage), access(access), token);
    }

    /** What one place says, and for the rest another one; a token goes to the service that it was written for. */
    static SwiftPlace first(SwiftPlace one, SwiftPlace other) {
        Endpoint storage = one.storage() == null ? other.storage() : one.storage();
        boolean isForToken = storage != null && other.storage() != null && storage.isSameOrigin(other.storage());
        return new SwiftPlace(
                storage, one.access() == null ? other.access() : one.access(), isForToken ? other.token() : "");
    }

    private static @Nullable Endpoint storage(Named written) {
        if (written.value().isEmpty()) {
            return null;
        }
        try {
            return Endpoint.parse(written.value());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(written.name() + " is " + e.getMessage());
        }
    }

    private static @Nullable CatalogInterface access(Named written) {
        return written.value().isEmpty()
                ? null
                : CatalogInterface.ofName(written.value())
                        .orElseThrow(() -> new InvalidSettingException(
                                written.name() + " is \"" + written.value() + "\"; write public, internal or admin"));
    }
}
