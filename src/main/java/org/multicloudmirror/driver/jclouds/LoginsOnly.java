package org.multicloudmirror.driver.jclouds;

import static org.jclouds.rest.config.BinderUtils.bindHttpApi;

import com.google.common.base.Function;
import com.google.common.base.Optional;
import com.google.common.base.Supplier;
import com.google.common.collect.ImmutableSet;
import com.google.common.reflect.TypeToken;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import java.net.URI;
import java.util.Set;
import org.jclouds.Context;
import org.jclouds.apis.ApiMetadata;
import org.jclouds.http.HttpErrorHandler;
import org.jclouds.http.annotation.ClientError;
import org.jclouds.http.annotation.Redirection;
import org.jclouds.http.annotation.ServerError;
import org.jclouds.internal.ContextImpl;
import org.jclouds.location.Provider;
import org.jclouds.location.suppliers.ProviderURISupplier;
import org.jclouds.openstack.keystone.catalog.config.ServiceCatalogModule;
import org.jclouds.openstack.swift.v1.SwiftApi;
import org.jclouds.openstack.swift.v1.blobstore.config.SignUsingTemporaryUrls;
import org.jclouds.openstack.swift.v1.blobstore.config.SwiftBlobStoreContextModule;
import org.jclouds.openstack.swift.v1.handlers.SwiftErrorHandler;
import org.jclouds.reflect.Invocation;
import org.jclouds.reflect.InvocationSuccess;
import org.jclouds.rest.ApiContext;
import org.jclouds.rest.ConfiguresHttpApi;
import org.jclouds.rest.HttpClient;
import org.jclouds.rest.config.RestModule;
import org.jclouds.rest.functions.ImplicitOptionalConverter;
import org.jclouds.rest.internal.InvokeHttpMethod;

/**
 * jclouds' Swift with its logins alone. Objects go over the lean layer, and to make what nobody calls was a quarter of
 * the CPU of a start.
 */
final class LoginsOnly {

    private static final TypeToken<ApiContext<? extends SwiftApi>> SWIFT = new TypeToken<>() {};

    private static final Set<Class<? extends Module>> OF_OBJECTS = Set.of(
            ServiceCatalogModule.RegionModule.class, SwiftBlobStoreContextModule.class, SignUsingTemporaryUrls.class);

    private LoginsOnly() {}

    /** An API as it is, or, if it is a Swift, its logins. */
    static ApiMetadata of(ApiMetadata api) {
        if (!api.getContext().isSubtypeOf(SWIFT)) {
            return api;
        }
        ImmutableSet.Builder<Class<? extends Module>> modules = ImmutableSet.builder();
        modules.add(Requests.class);
        api.getDefaultModules().stream()
                .filter(module -> !OF_OBJECTS.contains(module))
                .filter(module -> !module.isAnnotationPresent(ConfiguresHttpApi.class))
                .forEach(modules::add);
        return api.toBuilder()
                .context(TypeToken.of(Context.class))
                .views(Set.of())
                .defaultModules(modules.build())
                .build();
    }

    /** Whether an API has nothing else. */
    static boolean has(ApiMetadata api) {
        return api.getDefaultModules().contains(Requests.class);
    }

    /** How jclouds sends a request of an API, without what is about locations and the objects in them. */
    @ConfiguresHttpApi
    public static final class Requests extends RestModule {

        @Override
        protected void configure() {
            super.configure();
            bind(Context.class).to(ContextImpl.class);
            bind(new TypeLiteral<Function<Invocation, Object>>() {}).to(InvokeHttpMethod.class);
            bind(new TypeLiteral<Function<InvocationSuccess, Optional<Object>>>() {})
                    .to(ImplicitOptionalConverter.class);
            bindHttpApi(binder(), HttpClient.class);
            bind(HttpErrorHandler.class).annotatedWith(Redirection.class).to(SwiftErrorHandler.class);
            bind(HttpErrorHandler.class).annotatedWith(ClientError.class).to(SwiftErrorHandler.class);
            bind(HttpErrorHandler.class).annotatedWith(ServerError.class).to(SwiftErrorHandler.class);
        }

        /** A login has one place, the endpoint. */
        @Override
        protected void installLocations() {}

        @Provides
        @Singleton
        @Provider
        Supplier<URI> endpoint(ProviderURISupplier endpoint) {
            return endpoint;
        }
    }
}
