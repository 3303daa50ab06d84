package org.multicloudmirror.driver.jclouds;

import org.jclouds.Context;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.multicloudmirror.driver.quirk.SteadyClock;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.rotation.Rotating;
import org.multicloudmirror.storage.ObjectStore;

/** Opens a store by jclouds settings: Swift over the lean layer, every other provider over jclouds' BlobStore. */
public final class JcloudsStores {

    private JcloudsStores() {}

    /**
     * The store of these settings; nothing is asked of the network yet.
     *
     * @param transport closed with the store
     * @throws org.multicloudmirror.storage.RejectedException when jclouds refuses the settings
     */
    public static ObjectStore open(JcloudsSettings settings, HttpTransport transport) {
        return open(Rotating.fixed(settings), transport);
    }

    /**
     * The same of settings whose login may be another one later.
     *
     * @param transport closed with the store
     * @throws org.multicloudmirror.storage.RejectedException when jclouds refuses the settings
     */
    public static ObjectStore open(Rotating<JcloudsSettings> rotating, HttpTransport transport) {
        JcloudsSettings settings = rotating.now();
        ContextBuilder builder = JcloudsContexts.builder(rotating, transport);
        return LoginsOnly.has(builder.getApiMetadata())
                ? swift(rotating, JcloudsContexts.understood(settings, builder::<Context>build), transport)
                : new BlobStoreStore(
                        settings.name(),
                        JcloudsContexts.understood(settings, () -> builder.buildView(BlobStoreContext.class)),
                        transport);
    }

    private static ObjectStore swift(Rotating<JcloudsSettings> rotating, Context logins, HttpTransport transport) {
        JcloudsSettings settings = rotating.now();
        SwiftRequests requests = new SwiftRequests(
                new SwiftAccess(settings, new IdentityService(rotating, logins), new SteadyClock()), transport);
        return new SwiftStore(settings, logins, requests, transport).provingPaths();
    }
}
