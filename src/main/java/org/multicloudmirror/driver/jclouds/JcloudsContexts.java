package org.multicloudmirror.driver.jclouds;

import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.jclouds.ContextBuilder;
import org.jclouds.domain.Credentials;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.rotation.Rotating;
import org.multicloudmirror.storage.RejectedException;

/** Makes a jclouds context, with the options that each kind of OpenStack door needs filled in. */
final class JcloudsContexts {

    private JcloudsContexts() {}

    /**
     * The builder of a context for these settings.
     *
     * @param rotating whose login is asked for at each use
     * @param transport for jclouds' own requests
     * @throws RejectedException when there is no such provider or a setting is missing
     */
    static ContextBuilder builder(Rotating<JcloudsSettings> rotating, HttpTransport transport) {
        JcloudsSettings settings = rotating.now();
        Properties options = new Properties();
        options.setProperty("jclouds.strip-expect-header", "true");
        // what may be repeated is repeated by PageRetry and by the copy route; retries within retries take minutes
        options.setProperty("jclouds.max-retries", "0");
        if (settings.provider().equals("openstack-swift")) {
            options.putAll(Door.of(settings.endpoint()).options());
        }
        options.putAll(settings.options());
        return understood(settings, () -> {
            UnderscoredHost host = UnderscoredHost.of(settings.isSwift() ? settings.endpoint() : "");
            ContextBuilder builder = OneLogin.builder(settings.provider())
                    .credentialsSupplier(() -> login(rotating.now()))
                    .overrides(options)
                    // jclouds logs the credentials of a request that fails
                    .modules(Set.of(new SilentLogging(), new JcloudsHttpModule(transport, host)));
            if (!settings.endpoint().isEmpty()) {
                builder.endpoint(host.told(settings.endpoint()));
            }
            return builder;
        });
    }

    private static Credentials login(JcloudsSettings settings) {
        return new Credentials(settings.identity(), settings.credential());
    }

    /**
     * What jclouds makes of these settings.
     *
     * @throws RejectedException when it refuses them
     */
    static <T> T understood(JcloudsSettings settings, Supplier<T> made) {
        try {
            return made.get();
        } catch (NoSuchElementException e) {
            throw new RejectedException("store " + settings.name() + ": jclouds has no provider \""
                    + settings.provider() + "\" here; put its jar on the class path or set mirror.stores."
                    + settings.name() + ".provider=openstack-swift");
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new RejectedException(settings + ": " + e.getMessage());
        }
    }
}
