package org.multicloudmirror.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.driver.jclouds.CatalogInterface;
import org.multicloudmirror.driver.jclouds.JcloudsSettings;
import org.multicloudmirror.driver.jclouds.SwiftPlace;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.testing.Logged;

class SwiftLoginsTest {

    private static final String V3 = "https://keystone.example.org/v3";

    private final Path home;
    private final Path etc;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final Logged logged = Logged.of(SwiftLogins.class, CloudFilesCfg.class, IniFile.class);

    SwiftLoginsTest(@TempDir Path directory) throws IOException {
        home = Files.createDirectory(directory.resolve("home"));
        etc = Files.createDirectory(directory.resolve("etc"));
    }

    @AfterEach
    void close() {
        logged.close();
    }

    /** Each place is taken away in turn, and the next one wins. */
    @Test
    void asksThePlacesInTheirOrder() throws IOException {
        settings.put("MIRROR_STORES_CF_IDENTITY", "store");
        settings.put("MIRROR_STORES_CF_CREDENTIAL", "s");
        Path own = cfg(home.resolve(".cloudfiles.cfg"), "[Credentials]\nusername = own\napi_key = s\n");
        Path all = cfg(etc.resolve("cloudfiles.cfg"), "[Credentials]\nusername = all\napi_key = s\n");
        environment.putAll(Map.of("OS_AUTH_URL", V3, "OS_USERNAME", "os", "OS_PASSWORD", "s"));
        environment.putAll(Map.of("ST_AUTH", "https://old.example.org/auth/v1.0", "ST_USER", "st", "ST_KEY", "s"));

        assertThat(found().identity()).isEqualTo("store");
        settings.clear();
        assertThat(found().identity()).isEqualTo("own");
        Files.delete(own);
        assertThat(found().identity()).isEqualTo("all");
        Files.delete(all);
        assertThat(found().identity()).isEqualTo("os");
        environment.remove("OS_AUTH_URL");
        assertThat(found().identity()).isEqualTo("st");
        environment.clear();
        assertThatThrownBy(this::found)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("store cf: no credentials found; set mirror.stores.cf.identity and .credential. These"
                        + " places were asked: mirror.stores.cf.identity and .credential, " + own + ", " + all
                        + ", OS_AUTH_URL, OS_USERNAME, OS_PASSWORD and their like, ST_AUTH, ST_USER and ST_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "'', rackspace-cloudfiles-us, ''",
        "https://identity.api.rackspacecloud.com/v2.0, rackspace-cloudfiles-us, ''",
        "https://lon.identity.api.rackspacecloud.com/v2.0/, rackspace-cloudfiles-uk, ''",
        "https://auth.api.rackspacecloud.com/v1.0, rackspace-cloudfiles-us, ''",
        "https://lon.auth.api.rackspacecloud.com/v1.0, rackspace-cloudfiles-uk, ''",
        "us_authurl, rackspace-cloudfiles-us, ''",
        "uk_authurl, rackspace-cloudfiles-uk, ''",
        "https://swift.example.org/auth/v1.0, openstack-swift, https://swift.example.org/auth/v1.0"
    })
    void knowsRackspaceByItsUrls(String authUrl, String provider, String endpoint) throws IOException {
        cfg(
                home.resolve(".cloudfiles.cfg"),
                "[Credentials]\nusername = joe\napi_key = s\nregion = LON\nauthurl = " + authUrl + "\n");

        JcloudsSettings found = found();

        assertThat(found.provider()).isEqualTo(provider);
        assertThat(found.endpoint()).isEqualTo(endpoint);
        assertThat(found.region()).isEqualTo("LON");
    }

    @Test
    void saysThatAnOldUrlIsGoneAndWhichPlaceWon() throws IOException {
        Path file = cfg(
                home.resolve(".cloudfiles.cfg"),
                "[Credentials]\nusername = joe\napi_key = secret\nauthurl = uk_authurl\n");

        found();

        assertThat(logged.lines())
                .containsExactly(
                        "WARN " + file + " holds a secret and can be read by everyone on this machine; chmod 600 "
                                + file,
                        "INFO " + file + ": uk_authurl is gone; Rackspace's identity service of today is asked",
                        "DEBUG store cf: credentials from " + file + " (user joe)");
    }

    @Test
    void refusesHalfALogin() throws IOException {
        Path file = cfg(home.resolve(".cloudfiles.cfg"), "[Credentials]\nusername = joe\n");
        assertRefused(file + " has only one of username and api_key; write username = ... and api_key = ... below"
                + " [Credentials]");

        settings.put("MIRROR_STORES_CF_IDENTITY", "joe");
        assertRefused("mirror.stores.cf.identity is set and mirror.stores.cf.credential is not; set both or neither");
    }

    @Test
    void refusesHalfALoginInTheEnvironment() {
        environment.putAll(Map.of("OS_AUTH_URL", V3, "OS_USERNAME", "joe"));
        assertRefused("OS_USERNAME is set and OS_PASSWORD is not; set both or neither");

        environment.put("OS_APPLICATION_CREDENTIAL_ID", "1a2b");
        assertRefused("OS_APPLICATION_CREDENTIAL_ID is set and OS_APPLICATION_CREDENTIAL_SECRET is not; set both or"
                + " neither");
    }

    /** A password for one service must not be sent to another. */
    @Test
    void passesALoginByThatIsForAnotherService() {
        settings.put("MIRROR_STORES_CF_ENDPOINT", "https://swift.example.org/auth/v1.0");
        environment.putAll(Map.of("OS_AUTH_URL", V3, "OS_USERNAME", "joe", "OS_PASSWORD", "s"));

        assertThatThrownBy(this::found).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://keystone.example.org,          true",
        "https://KEYSTONE.example.org:443/v2.0, true",
        "http://keystone.example.org/v3,        false",
        "https://keystone.example.org:5000/v3,  false",
        "https://key_stone.example.org/v3,      false",
        "https://evil.org/keystone.example.org, false"
    })
    void bindsALoginToSchemeHostAndPort(String endpoint, boolean isTaken) {
        settings.put("MIRROR_STORES_CF_ENDPOINT", endpoint);
        environment.putAll(Map.of("OS_AUTH_URL", V3, "OS_USERNAME", "joe", "OS_PASSWORD", "s"));

        if (isTaken) {
            assertThat(found().identity()).isEqualTo("joe");
        } else {
            assertThatThrownBy(this::found).isInstanceOf(AccessDeniedException.class);
        }
    }

    /** A key without a URL is Rackspace's. */
    @Test
    void sendsRackspacesKeyToNobodyElse() throws IOException {
        cfg(home.resolve(".cloudfiles.cfg"), "[Credentials]\nusername = joe\napi_key = s\n");
        settings.put("MIRROR_STORES_CF_ENDPOINT", "https://swift.example.org/auth/v1.0");
        assertThatThrownBy(this::found).isInstanceOf(AccessDeniedException.class);

        settings.put("MIRROR_STORES_CF_PROVIDER", "rackspace-cloudfiles-uk");
        assertThat(found().identity()).isEqualTo("joe");
        settings.remove("MIRROR_STORES_CF_PROVIDER");
        settings.put("MIRROR_STORES_CF_ENDPOINT", "https://lon.identity.api.rackspacecloud.com/v2.0");
        assertThat(found().identity()).isEqualTo("joe");
    }

    @Test
    void refusesAUserInAUrlWithoutShowingThePassword() {
        environment.putAll(
                Map.of("OS_AUTH_URL", "https://joe:secret@k.example.org/v3", "OS_USERNAME", "joe", "OS_PASSWORD", "s"));
        assertRefused(
                "OS_AUTH_URL, OS_USERNAME, OS_PASSWORD and their like: the URL is \"https://...@k.example.org/v3\","
                        + " which has a user in it; credentials have settings of their own; write it as"
                        + " https://host[:port][/path]");

        settings.putAll(Map.of(
                "MIRROR_STORES_CF_IDENTITY",
                "a",
                "MIRROR_STORES_CF_CREDENTIAL",
                "b",
                "MIRROR_STORES_CF_ENDPOINT",
                "https://k.example.org/v3?key=secret"));
        assertRefused("mirror.stores.cf.endpoint is \"https://k.example.org/v3?...\", which has a query; write it as"
                + " https://host[:port][/path]");
    }

    @ParameterizedTest
    @CsvSource({
        "OS_STORAGE_URL, https://s.example.org//v1/AUTH_x/, https://s.example.org/v1/AUTH_x, ''",
        "OS_INTERFACE, internal, '', internal",
        "OS_INTERFACE, adminURL, '', admin",
        "OS_ENDPOINT_TYPE, internalURL, '', internal",
        "OS_ENDPOINT_TYPE, PublicURL, '', public"
    })
    void takesThePlaceThatTheVariablesTell(String variable, String value, String storage, String access) {
        environment.putAll(Map.of("OS_AUTH_URL", V3, "OS_USERNAME", "joe", "OS_PASSWORD", "s", variable, value));

        SwiftPlace place = found().place();

        assertThat(place.storage() == null ? "" : place.storage().toString()).isEqualTo(storage);
        assertThat(place.access() == null ? "" : place.access().toString()).isEqualTo(access);
    }

    @Test
    void takesSwiftsOwnVariableForTheInterfaceBeforeThatOfOthers() {
        environment.putAll(Map.of("ST_AUTH", V3, "ST_USER", "joe", "ST_KEY", "s"));
        environment.putAll(Map.of("OS_ENDPOINT_TYPE", "internalURL", "OS_INTERFACE", "public"));
        assertThat(found().place().access()).isEqualTo(CatalogInterface.INTERNAL);

        environment.put("OS_ENDPOINT_TYPE", "inner");
        assertRefused("OS_ENDPOINT_TYPE is \"inner\"; write public, internal or admin");
    }

    @Test
    void takesThePlaceOfTheStoreBeforeThatOfTheVariables() {
        environment.putAll(Map.of("OS_AUTH_URL", V3, "OS_USERNAME", "joe", "OS_PASSWORD", "s"));
        environment.putAll(Map.of("OS_STORAGE_URL", "https://os/v1/A", "OS_INTERFACE", "admin", "OS_AUTH_TOKEN", "t"));
        assertThat(found().place().token()).isEqualTo("t");

        settings.put("MIRROR_STORES_CF_STORAGE_URL", "https://own/v1/A");
        settings.put("MIRROR_STORES_CF_INTERFACE", "internal");
        assertThat(found().place()).hasToString("https://own/v1/A");
        assertThat(found().place().access()).isEqualTo(CatalogInterface.INTERNAL);
        assertThat(found().place().token()).isEmpty();

        // a login of the store's own has nothing to do with the variables
        settings.clear();
        settings.put("MIRROR_STORES_CF_IDENTITY", "a");
        settings.put("MIRROR_STORES_CF_CREDENTIAL", "b");
        assertThat(found().place()).isEqualTo(SwiftPlace.OF_LOGIN);
    }

    @Test
    void takesATokenWithItsStorageUrlInPlaceOfALogin() {
        environment.putAll(Map.of("OS_STORAGE_URL", "https://s.example.org/v1/A", "OS_AUTH_TOKEN", "secret-token"));
        JcloudsSettings found = found();
        assertThat(found.place().token()).isEqualTo("secret-token");
        assertThat(found.toString() + found.place() + logged.lines()).doesNotContain("secret-token");

        settings.put("MIRROR_STORES_CF_STORAGE_URL", "https://other.example.org/v1/A");
        assertThatThrownBy(this::found).isInstanceOf(AccessDeniedException.class);
        settings.clear();
        settings.put("MIRROR_STORES_CF_ENDPOINT", "https://s.example.org/auth/v1.0");
        assertThatThrownBy(this::found).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void refusesAPlaceThatIsNone() {
        settings.putAll(Map.of("MIRROR_STORES_CF_IDENTITY", "a", "MIRROR_STORES_CF_CREDENTIAL", "b"));
        settings.put("MIRROR_STORES_CF_STORAGE_URL", "swift.example.org/v1/A");
        assertRefused("mirror.stores.cf.storage-url is \"swift.example.org/v1/A\", which does not begin with http:// or"
                + " https://; write it as https://host[:port][/path]");
        settings.remove("MIRROR_STORES_CF_STORAGE_URL");
        settings.put("MIRROR_STORES_CF_INTERFACE", "private");
        assertRefused("mirror.stores.cf.interface is \"private\"; write public, internal or admin");
    }

    @ParameterizedTest
    @CsvSource({
        "https://k.example.org:5000,       '',  https://k.example.org:5000/v3",
        "https://k.example.org/identity/,  3,   https://k.example.org/identity/v3",
        "https://k.example.org/v2.0,       3,   https://k.example.org/v3",
        "https://k.example.org/v2.0/,      '',  https://k.example.org/v2.0",
        "https://k.example.org,            2.0, https://k.example.org/v2.0",
        "https://s.example.org/auth/v1.0,  '',  https://s.example.org/auth/v1.0",
        "https://s.example.org/auth/1.0,   '',  https://s.example.org/auth/1.0",
        "https://s.example.org/login,      1,   https://s.example.org/login"
    })
    void takesTheVersionOfVariableOrUrl(String url, String version, String endpoint) {
        environment.putAll(Map.of(
                "OS_AUTH_URL", url, "OS_USERNAME", "joe", "OS_PASSWORD", "s", "OS_IDENTITY_API_VERSION", version));

        assertThat(found().endpoint()).isEqualTo(endpoint);
    }

    @Test
    void scopesByProjectAndDomains() {
        environment.putAll(Map.of(
                "OS_AUTH_URL",
                V3,
                "OS_USERNAME",
                "joe",
                "OS_PASSWORD",
                "s",
                "OS_USER_DOMAIN_NAME",
                "people",
                "OS_PROJECT_NAME",
                "photos",
                "OS_PROJECT_DOMAIN_ID",
                "d1"));

        assertThat(found().options())
                .contains(
                        entry("jclouds.keystone.version", "3"),
                        entry("jclouds.keystone.tenant-name", "people"),
                        entry("jclouds.keystone.scope", "project:photos"),
                        entry("jclouds.keystone.project-domain-id", "d1"));
    }

    @Test
    void leavesOtherProvidersToThemselves() throws IOException {
        cfg(home.resolve(".cloudfiles.cfg"), "[Credentials]\nusername = joe\napi_key = s\n");
        settings.put("MIRROR_STORES_CF_PROVIDER", "filesystem");

        assertThat(found().identity()).isEmpty();
    }

    private JcloudsSettings found() {
        return new SwiftLogins(
                        "cf", new SettingsLoader().environment(settings).load(), new Places(environment, home, etc))
                .find();
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::found)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(message);
    }

    private static Path cfg(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
}
