package org.multicloudmirror.driver.jclouds;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Supplier;
import com.google.common.base.Throwables;
import com.google.common.cache.LoadingCache;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.jclouds.Context;
import org.jclouds.domain.Credentials;
import org.jclouds.http.HttpResponse;
import org.jclouds.http.HttpResponseException;
import org.jclouds.openstack.keystone.auth.domain.AuthInfo;
import org.jclouds.rest.AuthorizationException;
import org.multicloudmirror.driver.ServiceError;
import org.multicloudmirror.driver.StatusMeaning;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpFailure;
import org.multicloudmirror.rotation.Rotating;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.UnreachableException;

/**
 * Logs in by jclouds. Credentials go to the service that they were written for, and a token to the place that this
 * service names, or the user; neither goes from https to http by itself.
 */
final class IdentityService implements SwiftAccess.Logins {

    private final Rotating<JcloudsSettings> rotating;
    private final JcloudsSettings settings;
    private final Supplier<AuthInfo> authentication;
    private final LoadingCache<Credentials, AuthInfo> tokens;
    private final SwiftCatalog catalog;
    private final DefaultRegion defaultRegion;
    private final UnderscoredHost host;
    private final String usualEndpoint;
    private JcloudsSettings tried;

    IdentityService(Rotating<JcloudsSettings> rotating, Context context) {
        this.rotating = rotating;
        this.settings = rotating.now();
        this.tried = settings;
        Injector injector = context.utils().injector();
        this.authentication = injector.getInstance(Key.get(new TypeLiteral<Supplier<AuthInfo>>() {}));
        this.tokens = injector.getInstance(Key.get(new TypeLiteral<LoadingCache<Credentials, AuthInfo>>() {}));
        this.catalog = new SwiftCatalog(settings, injector);
        this.defaultRegion = injector.getInstance(DefaultRegion.class);
        this.host = injector.getInstance(UnderscoredHost.class);
        this.usualEndpoint = context.getProviderMetadata().getEndpoint();
    }

    @Override
    public boolean hasCredentials() {
        return !settings.credential().isEmpty();
    }

    @Override
    public boolean areReplaced() {
        rotating.renew();
        return !rotating.now().equals(tried);
    }

    @Override
    public boolean areBeingReplaced() {
        return rotating.isSettling();
    }

    @Override
    public SwiftAccess.Login login() {
        tokens.invalidateAll();
        tried = rotating.now();
        try {
            String token = requireNonNull(authentication.get()).getAuthToken();
            return new SwiftAccess.Login(storage(), token);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    private Endpoint storage() {
        Endpoint written = settings.place().storage();
        if (written != null) {
            return written;
        }
        Endpoint told = host.real(catalog.parsed(catalog.url(defaultRegion.name())));
        String asked = settings.endpoint().isEmpty() ? usualEndpoint : settings.endpoint();
        if (Endpoint.parse(asked).isSecure() && !told.isSecure()) {
            throw new RejectedException(settings + ": the identity service is asked by https and tells the storage URL "
                    + told + ", where the token and all objects would go unencrypted; set "
                    + settings.property("storage-url") + " to the URL to use, that one if you mean it");
        }
        return told;
    }

    /** jclouds wraps its errors in what its caches throw; the chain holds no credential, the messages are ours. */
    private StoreException failure(RuntimeException e) {
        for (Throwable cause : Throwables.getCausalChain(e)) {
            // without the answer that refuses them, it is what jclouds says of one that lacks token or storage URL
            if (cause instanceof AuthorizationException && isRefusal(cause)) {
                return new AccessDeniedException(settings + ": the identity service refuses the credentials; check "
                        + settings.property("identity") + " and .credential" + stale());
            }
            if (cause instanceof HttpResponseException response) {
                return response.getResponse() == null
                        ? unreachable(response)
                        : answered(response, response.getResponse());
            }
        }
        return new RejectedException(
                settings
                        + ": the identity service's answer is not understood: it has no token or no storage URL; check "
                        + settings.property("endpoint"),
                e);
    }

    private String stale() {
        return rotating.problem().isEmpty() ? "" : ": " + rotating.problem();
    }

    private static boolean isRefusal(Throwable authorization) {
        return Throwables.getCausalChain(authorization).stream().anyMatch(HttpResponseException.class::isInstance);
    }

    private StoreException answered(HttpResponseException failure, HttpResponse response) {
        int status = response.getStatusCode();
        if (status / 100 != 3) {
            ServiceError told = ServiceError.of(status, failure.getContent() == null ? "" : failure.getContent());
            return StatusMeaning.passing(status, settings + ": the identity service answers " + told);
        }
        return new RejectedException(settings + ": the identity service redirects (" + status + ") to "
                + place(response.getFirstHeaderOrNull("Location")) + "; credentials are not sent on, so set "
                + settings.property("endpoint") + " to the service that they are for");
    }

    private static String place(String location) {
        try {
            return Endpoint.parse(String.valueOf(location).replaceFirst("[?#].*", ""))
                    .toString();
        } catch (IllegalArgumentException e) {
            return "another place";
        }
    }

    private StoreException unreachable(HttpResponseException e) {
        IOException cause = Throwables.getCausalChain(e).stream()
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .findFirst()
                .orElseGet(() -> new IOException("no answer"));
        Endpoint asked =
                host.real(Endpoint.originOf(e.getCommand().getCurrentRequest().getEndpoint()));
        String what = HttpFailure.describe(asked, cause);
        return cause instanceof SSLException
                ? new RejectedException(settings + ": " + what)
                : new UnreachableException(
                        settings + ": the identity service cannot be reached; check " + settings.property("endpoint")
                                + " and the network (" + what + ")",
                        cause);
    }
}
