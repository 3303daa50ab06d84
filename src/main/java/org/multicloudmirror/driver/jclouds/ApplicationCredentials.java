package org.multicloudmirror.driver.jclouds;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Function;
import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.name.Named;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import org.jclouds.domain.Credentials;
import org.jclouds.http.HttpRequest;
import org.jclouds.json.Json;
import org.jclouds.openstack.keystone.auth.domain.AuthInfo;
import org.jclouds.openstack.keystone.v3.domain.Token;
import org.jclouds.openstack.keystone.v3.parsers.ParseTokenFromHttpResponse;
import org.jclouds.rest.Binder;
import org.jclouds.rest.annotations.BinderParam;
import org.jclouds.rest.annotations.ResponseParser;
import org.jclouds.rest.config.BinderUtils;

/**
 * The login that jclouds lacks: an application credential's id and secret (Identity API v3, "Authenticating with an
 * Application Credential").
 */
public final class ApplicationCredentials extends AbstractModule {

    /** The credential type that stands for it. */
    public static final String TYPE = "applicationCredentials";

    /** Keystone v3's way to a token, in jclouds' own form. */
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/auth/tokens")
    public interface Login extends Closeable {

        @Named("token:create")
        @POST
        @ResponseParser(ParseTokenFromHttpResponse.class)
        Token token(@BinderParam(Body.class) Credentials credentials);
    }

    /** The request's body; it has no scope, as the credential is for one project. */
    public static final class Body implements Binder {

        private final Json json;

        @Inject
        Body(Json json) {
            this.json = json;
        }

        @Override
        public <R extends HttpRequest> R bindToRequest(R request, Object input) {
            Credentials credentials = (Credentials) input;
            Map<String, String> secret = Map.of("id", credentials.identity, "secret", credentials.credential);
            Map<String, Object> identity =
                    Map.of("methods", List.of("application_credential"), "application_credential", secret);
            request.setPayload(json.toJson(Map.of("auth", Map.of("identity", identity))));
            request.getPayload().getContentMetadata().setContentType(MediaType.APPLICATION_JSON);
            request.getPayload().setSensitive(true);
            return request;
        }
    }

    @Override
    protected void configure() {
        BinderUtils.bindHttpApi(binder(), Login.class);
    }

    /** In the place of jclouds' own choice, which has every other type. */
    @Provides
    @Singleton
    Function<Credentials, AuthInfo> login(
            @Named(Door.CREDENTIAL_TYPE) String type,
            Map<String, Function<Credentials, AuthInfo>> others,
            Login applicationCredential) {
        if (type.equals(TYPE)) {
            return applicationCredential::token;
        }
        Function<Credentials, AuthInfo> other = others.get(type);
        checkArgument(other != null, "there is no credential type %s; use one of %s, %s", type, TYPE, others.keySet());
        return other;
    }
}
