package org.multicloudmirror.driver.jclouds;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Supplier;
import com.google.common.base.Throwables;
import com.google.common.cache.LoadingCache;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.domain.Credentials;
import org.jclouds.http.HttpResponseException;
import org.jclouds.location.suppliers.RegionIdToURISupplier;
import org.jclouds.openstack.keystone.auth.domain.AuthInfo;
import org.jclouds.rest.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpFailure;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.UnreachableException;

/** The token and the storage URL that jclouds got from the identity service, shared by all workers. */
final class SwiftAccess {

    /** What every request needs. */
    record Session(Endpoint storage, String token) {}

    private final JcloudsSettings settings;
    private final Supplier<AuthInfo> authentication;
    private final LoadingCache<Credentials, AuthInfo> tokens;
    private final RegionIdToURISupplier regions;
    private final DefaultRegion defaultRegion;
    private @Nullable Session session;

    SwiftAccess(JcloudsSettings settings, BlobStoreContext context) {
        this.settings = settings;
        Injector injector = context.utils().injector();
        this.authentication = injector.getInstance(Key.get(new TypeLiteral<Supplier<AuthInfo>>() {}));
        this.tokens = injector.getInstance(Key.get(new TypeLiteral<LoadingCache<Credentials, AuthInfo>>() {}));
        this.regions = injector.getInstance(RegionIdToURISupplier.class);
        this.defaultRegion = injector.getInstance(DefaultRegion.class);
    }

    /**
     * The present session, made by the first caller while the others wait.
     *
     * @throws AccessDeniedException when the identity service refuses the credentials
     */
    synchronized Session session() {
        Session current = session;
        if (current == null) {
            current = authenticate();
            session = current;
        }
        return current;
    }

    /** A session with another token than the one that was refused; one worker asks for it, the others get it too. */
    synchronized Session renewed(Session refused) {
        if (refused.equals(session)) {
            tokens.invalidateAll();
            session = null;
        }
        return session();
    }

    private Session authenticate() {
        try {
            String token = requireNonNull(authentication.get()).getAuthToken();
            return new Session(endpoint(requireNonNull(regions.get())), token);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    /** The region that is set, or the only one, or the one that the identity service calls the account's default. */
    private Endpoint endpoint(Map<String, Supplier<URI>> byRegion) {
        String region = settings.region();
        if (region.isEmpty()) {
            region = byRegion.size() == 1 ? byRegion.keySet().iterator().next() : defaultRegion.name();
        }
        Supplier<URI> endpoint = byRegion.get(region);
        if (endpoint == null) {
            throw new RejectedException(settings + ": "
                    + (settings.region().isEmpty()
                            ? "the account has more than one region"
                            : "the account has no region \"" + settings.region() + "\"")
                    + "; set mirror.stores." + settings.name() + ".region to one of "
                    + String.join(", ", byRegion.keySet()));
        }
        return Endpoint.parse(requireNonNull(endpoint.get()).toString());
    }

    /** jclouds wraps its errors in what its caches throw; the chain holds no credential, the messages are ours. */
    private StoreException failure(RuntimeException e) {
        for (Throwable cause : Throwables.getCausalChain(e)) {
            if (cause instanceof AuthorizationException) {
                return new AccessDeniedException(settings + ": the identity service refuses the credentials; check "
                        + "mirror.stores." + settings.name() + ".identity and .credential");
            }
            if (cause instanceof HttpResponseException response) {
                return response.getResponse() == null
                        ? unreachable(response)
                        : new TransientStoreException(settings + ": the identity service answers "
                                + response.getResponse().getStatusCode());
            }
        }
        return new RejectedException(
                settings + ": the identity service's answer is not understood; check mirror.stores." + settings.name()
                        + ".endpoint (" + e.getClass().getSimpleName() + ")");
    }

    private StoreException unreachable(HttpResponseException e) {
        IOException cause = Throwables.getCausalChain(e).stream()
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .findFirst()
                .orElseGet(() -> new IOException("no answer"));
        String what = HttpFailure.describe(
                Endpoint.originOf(e.getCommand().getCurrentRequest().getEndpoint()), cause);
        return cause instanceof SSLException
                ? new RejectedException(settings + ": " + what)
                : new UnreachableException(
                        settings + ": the identity service cannot be reached; check mirror.stores." + settings.name()
                                + ".endpoint and the network (" + what + ")",
                        cause);
    }
}
