package org.multicloudmirror.stores;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.multicloudmirror.rotation.Origin;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.StoreProperty;
import org.multicloudmirror.settings.WrittenSettings;
import org.multicloudmirror.storage.AccessDeniedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Where an S3 store's credentials come from. What the user wrote for this program comes first, then what they wrote for
 * others, and the role of the machine last: it must not win in silence over a file that the user wrote.
 */
final class S3Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(S3Credentials.class);
    private static final String CAMEL = "camel.component.aws2-s3.";
    private static final String BOTO = "aws_access_key_id = ... and aws_secret_access_key = ...";

    private final String store;
    private final WrittenSettings written;
    private Settings settings;
    private final Places places;
    private final AwsProfiles profiles;
    private final AwsRoles roles;

    S3Credentials(String store, Settings settings, Places places, AwsRoles roles) {
        this.store = store;
        this.settings = settings;
        this.written = new WrittenSettings(
                settings,
                Set.of(
                        property("access-key"),
                        property("secret-key"),
                        property("session-token"),
                        CAMEL + "access-key",
                        CAMEL + "secret-key",
                        CAMEL + "session-token"));
        this.places = places;
        this.profiles = new AwsProfiles(places);
        this.roles = roles;
    }

    /**
     * The credentials of the first place that has some. Whether a role gives any shows when they are asked for.
     *
     * @throws InvalidSettingException when a place has some that cannot be used
     */
    AwsCredentialsProvider find() {
        String anonymous = settings.ofStore(store, StoreProperty.ANONYMOUS);
        if (!Set.of("", "true", "false").contains(anonymous)) {
            throw new InvalidSettingException(property("anonymous") + " is \"" + anonymous + "\"; write true or false");
        }
        if (anonymous.equals("true")) {
            LOG.debug("store {}: no credentials, its requests are not signed", store);
            return AnonymousCredentialsProvider.create();
        }
        List<Source<AwsCredentialsProvider>> sources = sources();
        return Source.first(sources)
                .<AwsCredentialsProvider>map(
                        found -> new PlacedCredentials(store, found, of(found.place()), none(sources)))
                .orElseThrow(() -> new AccessDeniedException(none(sources)));
    }

    private Origin<AwsCredentialsProvider> of(String place) {
        return new Origin<>() {
            @Override
            public List<Path> files() {
                return Source.files(sources(), place);
            }

            @Override
            public AwsCredentialsProvider read() {
                settings = written.read();
                return Source.again(sources(), place);
            }
        };
    }

    private List<Source<AwsCredentialsProvider>> sources() {
        Path own = places.home().resolve(".boto");
        Path all = places.etc().resolve("boto.cfg");
        String profile = places.variable("AWS_PROFILE");
        return List.of(
                new Source<>(property("access-key") + " and .secret-key", written::files, this::ofStore),
                new Source<>(CAMEL + "access-key and .secret-key", written::files, this::ofCamel),
                new Source<>(property("profile"), profiles::files, () -> profile(property("profile"))),
                new Source<>(
                        CAMEL + "profile-credentials-name",
                        profiles::files,
                        () -> profile(CAMEL + "profile-credentials-name")),
                new Source<>("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", this::ofEnvironment),
                new Source<>(
                        profiles + " (profile " + (profile.isEmpty() ? "default" : profile) + ")",
                        profiles::files,
                        () -> profile.isEmpty()
                                ? profiles.credentials("default")
                                : Optional.of(profiles.named(profile, "AWS_PROFILE"))),
                new Source<>(own.toString(), () -> List.of(own), () -> boto(own)),
                new Source<>(all.toString(), () -> List.of(all), () -> boto(all)),
                new Source<>("AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN", roles::webIdentity),
                new Source<>("the container's role", roles::container),
                new Source<>(AwsRoles.INSTANCE, roles::instance));
    }

    private Optional<AwsCredentialsProvider> ofStore() {
        return S3Keys.of(
                new Named(property("access-key"), settings.ofStore(store, StoreProperty.ACCESS_KEY)),
                new Named(property("secret-key"), settings.ofStore(store, StoreProperty.SECRET_KEY)),
                settings.ofStore(store, StoreProperty.SESSION_TOKEN));
    }

    private Optional<AwsCredentialsProvider> ofCamel() {
        return S3Keys.of(named(CAMEL + "access-key"), named(CAMEL + "secret-key"), text(CAMEL + "session-token"));
    }

    private Optional<AwsCredentialsProvider> profile(String property) {
        String profile = text(property);
        return profile.isEmpty() ? Optional.empty() : Optional.of(profiles.named(profile, property));
    }

    private Optional<AwsCredentialsProvider> ofEnvironment() {
        String access = "AWS_ACCESS_KEY_ID";
        String secret = "AWS_SECRET_ACCESS_KEY";
        return S3Keys.of(
                new Named(access, places.variable(access)),
                new Named(secret, places.variable(secret)),
                places.variable("AWS_SESSION_TOKEN"));
    }

    /** As boto wrote it ("Boto Config": the section Credentials). */
    private static Optional<AwsCredentialsProvider> boto(Path file) {
        Map<String, String> section = IniFile.section(file, "Credentials", BOTO).orElse(Map.of());
        Optional<AwsCredentialsProvider> keys = S3Keys.of(
                new Named(file + ": aws_access_key_id", section.getOrDefault("aws_access_key_id", "")),
                new Named(file + ": aws_secret_access_key", section.getOrDefault("aws_secret_access_key", "")),
                section.getOrDefault("aws_security_token", ""));
        keys.ifPresent(used -> IniFile.warn(file));
        return keys;
    }

    private String none(List<Source<AwsCredentialsProvider>> sources) {
        return "store " + store + ": no S3 credentials found; set " + property("access-key")
                + " and .secret-key. These places were asked: " + Source.places(sources);
    }

    private String property(String property) {
        return "mirror.stores." + store + "." + property;
    }

    private Named named(String property) {
        return new Named(property, text(property));
    }

    private String text(String property) {
        return settings.property(property, "");
    }
}
