package org.multicloudmirror.driver.jclouds;

import com.google.common.collect.ImmutableSet;
import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import java.util.NoSuchElementException;
import org.jclouds.ContextBuilder;
import org.jclouds.apis.ApiMetadata;
import org.jclouds.apis.Apis;
import org.jclouds.http.HttpRetryHandler;
import org.jclouds.http.annotation.ClientError;
import org.jclouds.openstack.keystone.auth.config.AuthenticationModule;
import org.jclouds.openstack.swift.v1.config.SwiftAuthenticationModule;
import org.jclouds.providers.ProviderMetadata;
import org.jclouds.providers.Providers;
import org.jclouds.rackspace.cloudidentity.v2_0.config.CloudIdentityAuthenticationModule;

/**
 * A login that Keystone refuses is refused: jclouds itself tries it four times, five seconds apart, which keeps the
 * user waiting and may lock the account.
 */
final class OneLogin {

    private OneLogin() {}

    /**
     * The builder of a provider or an API.
     *
     * @throws NoSuchElementException when there is none of that id
     */
    static ContextBuilder builder(String id) {
        try {
            ProviderMetadata provider = Providers.withId(id);
            return ContextBuilder.newBuilder(provider.toBuilder()
                    .apiMetadata(once(LoginsOnly.of(provider.getApiMetadata())))
                    .build());
        } catch (NoSuchElementException e) {
            return ContextBuilder.newBuilder(once(LoginsOnly.of(Apis.withId(id))));
        }
    }

    /** jclouds makes its modules by their classes, so that another one takes the place of the one to be changed. */
    private static ApiMetadata once(ApiMetadata api) {
        ImmutableSet.Builder<Class<? extends Module>> modules = ImmutableSet.builder();
        for (Class<? extends Module> module : api.getDefaultModules()) {
            if (module == SwiftAuthenticationModule.class) {
                modules.add(SwiftOnce.class);
            } else if (module == CloudIdentityAuthenticationModule.class) {
                modules.add(RackspaceOnce.class);
            } else {
                modules.add(module);
            }
        }
        return api.toBuilder().defaultModules(modules.build()).build();
    }

    private static Module once(AuthenticationModule module) {
        return Modules.override(module).with(new AbstractModule() {
            @Override
            protected void configure() {
                bind(HttpRetryHandler.class).annotatedWith(ClientError.class).toInstance(HttpRetryHandler.NEVER_RETRY);
            }
        });
    }

    /** Swift's own, logging in once. */
    public static final class SwiftOnce extends AbstractModule {

        @Override
        protected void configure() {
            install(Modules.override(once(new SwiftAuthenticationModule())).with(new ApplicationCredentials()));
        }
    }

    /** Rackspace's own, logging in once. */
    public static final class RackspaceOnce extends AbstractModule {

        @Override
        protected void configure() {
            install(once(new CloudIdentityAuthenticationModule()));
        }
    }
}
