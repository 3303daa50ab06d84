package org.multicloudmirror.driver.jclouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpProxy;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.http.Trust;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.CertificateAuthority;
import org.multicloudmirror.it.servers.SeenRequests;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;

/** Where credentials and tokens go to, whatever a service answers. */
class IdentityServiceTest {

    private static final HttpRoute DIRECT = new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final SeenRequests identity = new SeenRequests();
    private final SeenRequests swift = new SeenRequests().otherwise(Answer.text(204, ""));

    @AfterEach
    void close() {
        identity.close();
        swift.close();
    }

    /** jclouds' own handler would send the password on. */
    @ParameterizedTest
    @CsvSource({
        "301, openstack-swift, /auth/v1.0", "302, openstack-swift, /auth/v1.0",
        "307, openstack-swift, /auth/v1.0", "308, openstack-swift, /auth/v1.0",
        "302, openstack-swift, /v2.0", "307, openstack-swift, /v3",
        "302, rackspace-cloudfiles-us, /v2.0", "308, rackspace-cloudfiles-uk, /v2.0"
    })
    void sendsNoCredentialsOn(int status, String provider, String path) {
        identity.otherwise(redirect(status, swift.url() + "/elsewhere?token=secret"));

        assertThatThrownBy(() -> exists(provider, identity.url() + path, SwiftPlace.OF_LOGIN))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining(": the identity service redirects (" + status + ") to " + swift.url()
                        + "/elsewhere; credentials are not sent on, so set mirror.stores.cf.endpoint to the service that"
                        + " they are for");
        assertThat(swift.requests()).isEmpty();
        assertThat(identity.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void sendsNoTokenOn(int status) {
        logsInTo(swift.url() + "/v1/AUTH_a");
        try (SeenRequests other = new SeenRequests()) {
            swift.otherwise(redirect(status, other.url() + "/v1/AUTH_a/photos"));

            assertThatThrownBy(() -> exists("openstack-swift", identity.url() + "/auth/v1.0", SwiftPlace.OF_LOGIN))
                    .isInstanceOf(RejectedException.class);
            assertThat(other.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/AUTH_a", "/v1/AUTH_a/", "//v1//AUTH_a//"})
    void takesAStorageUrlHoweverItIsWritten(String path) {
        logsInTo(swift.url() + path);

        assertThat(exists("openstack-swift", identity.url() + "/auth/v1.0", SwiftPlace.OF_LOGIN))
                .isTrue();
        assertThat(swift.lines()).containsExactly("HEAD /v1/AUTH_a/photos");
    }

    @Test
    void refusesAStorageUrlWithAUser() {
        logsInTo("http://joe:secret@localhost/v1/AUTH_a");

        assertThatThrownBy(() -> exists("openstack-swift", identity.url() + "/auth/v1.0", SwiftPlace.OF_LOGIN))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining(
                        "tells the storage URL \"http://...@localhost/v1/AUTH_a\", which has a user in it")
                .hasMessageEndingWith(" in mirror.stores.cf.storage-url");
    }

    /** The token and every byte would go unencrypted, which nobody asked for. */
    @Test
    void refusesToGoFromHttpsToHttp(@TempDir Path directory) throws Exception {
        CertificateAuthority authority = new CertificateAuthority(directory);
        HttpRoute trusting =
                new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30), Trust.with(authority.certificate()), null);
        try (SeenRequests secure = new SeenRequests(authority.server("dns:localhost"))) {
            String unencrypted = "http://localhost:" + swift.port() + "/v1/AUTH_a";
            secure.otherwise(account(unencrypted));
            String door = secure.url() + "/auth/v1.0";

            assertThatThrownBy(() -> exists(settings("openstack-swift", door, SwiftPlace.OF_LOGIN), trusting))
                    .isInstanceOf(RejectedException.class)
                    .hasMessage("store cf (openstack-swift at " + door + "): the identity service is asked by https and"
                            + " tells the storage URL " + unencrypted + ", where the token and all objects would"
                            + " go unencrypted; set mirror.stores.cf.storage-url to the URL to use, that one if you mean"
                            + " it");
            assertThat(swift.requests()).isEmpty();

            SwiftPlace meant = at(swift.url() + "/v1/AUTH_a", null, "");
            assertThat(exists(settings("openstack-swift", door, meant), trusting))
                    .isTrue();
        }
    }

    /** jclouds' own stores sign for one host, and may send a password in a header. */
    @ParameterizedTest
    @CsvSource({"s3, 301", "s3, 302", "s3, 307", "azureblob, 307", "azureblob, 302"})
    void sendsNothingOnInOtherProvidersOfJclouds(String provider, int status) {
        identity.otherwise(redirect(status, swift.url() + "/photos"));

        assertThatThrownBy(() -> exists(
                        new JcloudsSettings("x", provider, identity.url(), "joe", "c2VjcmV0", "", Map.of()), DIRECT))
                .isInstanceOf(StoreException.class);
        assertThat(swift.requests()).isEmpty();
        assertThat(identity.requests()).hasSize(1);
    }

    /** As python-swiftclient: the login's token goes to the URL that the user wrote. */
    @Test
    void goesToTheStorageUrlThatTheUserWrote() {
        logsInTo("http://192.0.2.1/v1/AUTH_own");

        assertThat(exists(
                        "openstack-swift",
                        identity.url() + "/auth/v1.0",
                        at(swift.url() + "/v1/AUTH_other/", null, "")))
                .isTrue();
        assertThat(swift.requests()).singleElement().satisfies(request -> {
            assertThat(request).hasToString("HEAD /v1/AUTH_other/photos");
            assertThat(request.header("x-auth-token")).isEqualTo("the-token");
        });
    }

    @Test
    void needsNoLoginWhileATokenHolds() {
        assertThat(exists("openstack-swift", "", at(swift.url() + "/v1/AUTH_a", null, "given")))
                .isTrue();
        assertThat(swift.requests()).singleElement().satisfies(request -> assertThat(request.header("x-auth-token"))
                .isEqualTo("given"));

        swift.otherwise(Answer.text(401, ""));
        JcloudsSettings tokenOnly = new JcloudsSettings(
                "cf", "openstack-swift", "", "", "", "", Map.of(), at(swift.url() + "/v1/AUTH_a", null, "given"), "");
        assertThatThrownBy(() -> exists(tokenOnly, DIRECT))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("the token of OS_AUTH_TOKEN is refused (401)");
    }

    @Test
    void logsInWhenAGivenTokenIsRefused() {
        logsInTo("http://192.0.2.1/v1/AUTH_own");
        swift.otherwise(exchange -> Answer.text(
                        "given".equals(exchange.getRequestHeaders().getFirst("X-Auth-Token")) ? 401 : 204, "")
                .give(exchange));

        assertThat(exists(
                        "openstack-swift",
                        identity.url() + "/auth/v1.0",
                        at(swift.url() + "/v1/AUTH_a", null, "given")))
                .isTrue();
        assertThat(identity.requests()).hasSize(1);
        assertThat(swift.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/v2.0, '',       AUTH_public", "/v2.0, internal, AUTH_internal", "/v2.0, admin, AUTH_admin",
        "/v3,   '',       AUTH_public", "/v3,   internal, AUTH_internal", "/v3,   admin, AUTH_admin"
    })
    void takesTheUrlOfTheInterface(String path, String access, String account) {
        identity.otherwise(catalog("public", "internal", "admin"));

        CatalogInterface wanted =
                access.isEmpty() ? null : CatalogInterface.ofName(access).orElseThrow();
        assertThat(exists("openstack-swift", identity.url() + path, new SwiftPlace(null, wanted, "")))
                .isTrue();
        assertThat(swift.lines()).containsExactly("HEAD /v1/" + account + "/photos");
    }

    @Test
    void takesTheInternalUrlWhereThereIsNoOther() {
        identity.otherwise(catalog("internal"));

        assertThat(exists("openstack-swift", identity.url() + "/v3", SwiftPlace.OF_LOGIN))
                .isTrue();
        assertThat(swift.lines()).containsExactly("HEAD /v1/AUTH_internal/photos");
    }

    @Test
    void namesTheInterfacesThatThereAre() {
        identity.otherwise(catalog("public", "internal"));

        assertThatThrownBy(() -> exists(
                        "openstack-swift", identity.url() + "/v3", new SwiftPlace(null, CatalogInterface.ADMIN, "")))
                .isInstanceOf(RejectedException.class)
                .hasMessageEndingWith(
                        "the identity service's catalog has no admin URL of an object store for this user;"
                                + " set mirror.stores.cf.interface to public or internal");
        identity.otherwise(catalog());
        assertThatThrownBy(() -> exists("openstack-swift", identity.url() + "/v3", SwiftPlace.OF_LOGIN))
                .isInstanceOf(RejectedException.class)
                .hasMessageEndingWith(
                        "the identity service's catalog has no URL of an object store for this user; check"
                                + " the project, or set mirror.stores.cf.storage-url");
    }

    /** Every name is the proxy's business, so that none has to be known here. */
    @ParameterizedTest
    @CsvSource({"/auth/v1.0, GET /auth/v1.0", "/v2.0, POST /v2.0/tokens", "/v3, POST /v3/auth/tokens"})
    void reachesAHostWithAnUnderscore(String path, String login) {
        try (SeenRequests proxy = new SeenRequests()) {
            Answer answer = path.endsWith("v1.0")
                    ? account("http://swift_1:8080/v1/AUTH_a")
                    : catalogAt("http://swift_1:8080", "public");
            String[] line = login.split(" ", -1);
            proxy.on(line[0] + " http://key_stone:5000" + line[1], answer).otherwise(Answer.text(204, ""));
            HttpProxy names = new HttpProxy("127.0.0.1", proxy.port(), "", "", List.of());
            JcloudsSettings settings = settings("openstack-swift", "http://key_stone:5000" + path, SwiftPlace.OF_LOGIN);

            exists(settings, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30), null, names));

            assertThat(proxy.lines()).hasSize(2).first().isEqualTo(line[0] + " http://key_stone:5000" + line[1]);
            assertThat(proxy.lines().get(1)).matches("HEAD http://swift_1:8080/v1/AUTH_[a-z]+/photos");
            assertThat(proxy.requests().get(0).header("host")).isEqualTo("key_stone:5000");
        }
    }

    private void logsInTo(String storage) {
        identity.otherwise(account(storage));
    }

    private static Answer account(String storage) {
        return exchange -> {
            exchange.getResponseHeaders().set("X-Auth-Token", "the-token");
            exchange.getResponseHeaders().set("X-Storage-Url", storage);
            Answer.text(200, "").give(exchange);
        };
    }

    private static Answer redirect(int status, String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            Answer.text(status, "").give(exchange);
        };
    }

    private Answer catalog(String... interfaces) {
        return catalogAt(swift.url(), interfaces);
    }

    /** Of both versions of Keystone, as the request's path asks for it. */
    private static Answer catalogAt(String url, String... interfaces) {
        return exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean isThree = exchange.getRequestURI().getPath().contains("/v3/");
            StringBuilder all = new StringBuilder();
            for (String each : interfaces) {
                String to = "\"" + url + "/v1/AUTH_" + each + "\"";
                all.append(all.isEmpty() ? "" : ",")
                        .append(
                                isThree
                                        ? "{\"id\": \"e\", \"region\": \"R\", \"region_id\": \"R\", \"interface\": \""
                                                + each + "\", \"url\": " + to + "}"
                                        : "\"" + each + "URL\": " + to);
            }
            String expires = "\"2099-01-01T00:00:00.000000Z\"";
            String answer = isThree
                    ? "{\"token\": {\"methods\": [\"password\"], \"expires_at\": " + expires + ", \"issued_at\": "
                            + expires
                            + ", \"user\": {\"id\": \"1\", \"name\": \"joe\", \"domain\": {\"id\": \"d\", \"name\": \"d\"}},"
                            + " \"catalog\": [{\"id\": \"c\", \"name\": \"swift\", \"type\": \"object-store\","
                            + " \"endpoints\": [" + all + "]}, {\"id\": \"k\", \"name\": \"keystone\", \"type\":"
                            + " \"identity\", \"endpoints\": []}]}}"
                    : "{\"access\": {\"token\": {\"id\": \"the-token\", \"expires\": \"2099-01-01T00:00:00.000Z\","
                            + " \"tenant\": {\"id\": \"t\", \"name\": \"t\"}}, \"user\": {\"id\": \"1\", \"name\": \"joe\","
                            + " \"roles\": []}, \"serviceCatalog\": [{\"name\": \"swift\", \"type\": \"object-store\","
                            + " \"endpoints\": [{\"region\": \"R\", " + all + "}]}]}}";
            exchange.getResponseHeaders().set("X-Subject-Token", "the-token");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            Answer.text(isThree ? 201 : 200, answer).give(exchange);
        };
    }

    private static SwiftPlace at(String storage, @Nullable CatalogInterface access, String token) {
        return new SwiftPlace(Endpoint.parse(storage), access, token);
    }

    private static JcloudsSettings settings(String provider, String endpoint, SwiftPlace place) {
        Map<String, String> options = new HashMap<>(Door.of(endpoint).options());
        return new JcloudsSettings("cf", provider, endpoint, "t:joe", "secret", "", options, place, "");
    }

    private static boolean exists(String provider, String endpoint, SwiftPlace place) {
        return exists(settings(provider, endpoint, place), DIRECT);
    }

    private static boolean exists(JcloudsSettings settings, HttpRoute route) {
        try (ObjectStore store = JcloudsStores.open(settings, new HttpTransport(4, route))) {
            return store.bucketExists("photos");
        }
    }
}
