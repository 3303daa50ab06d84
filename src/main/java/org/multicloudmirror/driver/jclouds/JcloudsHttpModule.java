package org.multicloudmirror.driver.jclouds;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import org.jclouds.http.HttpCommandExecutorService;
import org.jclouds.http.config.ConfiguresHttpCommandExecutorService;
import org.multicloudmirror.http.HttpTransport;

/** Has jclouds send its requests over the lean layer. */
@ConfiguresHttpCommandExecutorService
final class JcloudsHttpModule extends AbstractModule {

    private final HttpTransport transport;
    private final UnderscoredHost host;

    JcloudsHttpModule(HttpTransport transport, UnderscoredHost host) {
        this.transport = transport;
        this.host = host;
    }

    @Override
    protected void configure() {
        bind(HttpTransport.class).toInstance(transport);
        bind(UnderscoredHost.class).toInstance(host);
        bind(DefaultRegion.class).toInstance(new DefaultRegion());
        bind(HttpCommandExecutorService.class).to(JcloudsHttp.class).in(Scopes.SINGLETON);
    }
}
