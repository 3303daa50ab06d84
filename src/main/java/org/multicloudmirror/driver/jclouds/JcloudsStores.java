package org.multicloudmirror.driver.jclouds;

import com.google.common.reflect.TypeToken;
import java.time.Clock;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.openstack.swift.v1.SwiftApi;
import org.jclouds.rest.ApiContext;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.storage.ObjectStore;

/** Opens a store by jclouds settings: Swift over the lean layer, every other provider over jclouds' BlobStore. */
public final class JcloudsStores {

    private static final TypeToken<ApiContext<? extends SwiftApi>> SWIFT = new TypeToken<>() {};

    private JcloudsStores() {}

    /**
     * The store of these settings; nothing is asked of the network yet.
     *
     * @param transport closed with the store
     * @throws org.multicloudmirror.storage.RejectedException when jclouds refuses the settings
     */
    public static ObjectStore open(JcloudsSettings settings, HttpTransport transport) {
        BlobStoreContext context = JcloudsContexts.open(settings, transport);
        if (!context.getBackendType().isSubtypeOf(SWIFT)) {
            return new BlobStoreStore(settings.name(), context);
        }
        SwiftRequests requests = new SwiftRequests(
                new SwiftAccess(settings, new IdentityService(settings, context), Clock.systemUTC()), transport);
        return new SwiftStore(settings, context, requests, transport).provingPaths();
    }
}
