package org.multicloudmirror.driver.jclouds;

import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Set;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.multicloudmirror.storage.RejectedException;

/** Makes a jclouds context, with the options that each kind of OpenStack door needs filled in. */
final class JcloudsContexts {

    private static final String CREDENTIAL_TYPE = "jclouds.keystone.credential-type";

    private JcloudsContexts() {}

    /**
     * A context for these settings; it has not asked the network for anything yet.
     *
     * @throws RejectedException when there is no such provider or a setting is missing
     */
    static BlobStoreContext open(JcloudsSettings settings) {
        Properties options = new Properties();
        options.setProperty("jclouds.strip-expect-header", "true");
        // what may be repeated is repeated by PageRetry and by the copy route; retries within retries take minutes
        options.setProperty("jclouds.max-retries", "0");
        if (settings.provider().equals("openstack-swift")) {
            addDoor(options, settings.endpoint());
        }
        options.putAll(settings.options());
        try {
            ContextBuilder builder = OneLogin.builder(settings.provider())
                    .credentials(settings.identity(), settings.credential())
                    .overrides(options)
                    // jclouds logs the credentials of a request that fails
                    .modules(Set.of(new SilentLogging()));
            if (!settings.endpoint().isEmpty()) {
                builder.endpoint(settings.endpoint());
            }
            return builder.buildView(BlobStoreContext.class);
        } catch (NoSuchElementException e) {
            throw new RejectedException("store " + settings.name() + ": jclouds has no provider \""
                    + settings.provider() + "\" here; put its jar on the class path or set mirror.stores."
                    + settings.name() + ".provider=openstack-swift");
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new RejectedException(settings + ": " + e.getMessage());
        }
    }

    /** The doors of OpenStack by their usual paths: {@code /auth/v1.0}, {@code /v2.0}, {@code /v3}. */
    private static void addDoor(Properties options, String endpoint) {
        String path = endpoint.replaceFirst("/+$", "");
        if (path.matches(".*/auth/v1(\\.\\d)?")) {
            options.setProperty(CREDENTIAL_TYPE, "tempAuthCredentials");
            options.setProperty("jclouds.swift.tempAuth.headerUser", "X-Auth-User");
            options.setProperty("jclouds.swift.tempAuth.headerPass", "X-Auth-Key");
        } else if (path.endsWith("/v3")) {
            options.setProperty(CREDENTIAL_TYPE, "passwordCredentials");
            options.setProperty("jclouds.keystone.version", "3");
        }
    }
}
