package org.multicloudmirror.stores;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.multicloudmirror.settings.InvalidSettingException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/** The profiles of {@code ~/.aws}, or of the files that AWS's own variables name. */
final class AwsProfiles {

    /** The ways to credentials that a profile may have (AWS SDKs and Tools Reference Guide, "Settings reference"). */
    private static final Set<String> WAYS = Set.of(
            "aws_access_key_id",
            "role_arn",
            "sso_session",
            "sso_start_url",
            "credential_process",
            "web_identity_token_file",
            "login_session");

    private final Path credentials;
    private final Path config;

    AwsProfiles(Places places) {
        credentials = places.file("AWS_SHARED_CREDENTIALS_FILE", ".aws/credentials");
        config = places.file("AWS_CONFIG_FILE", ".aws/config");
    }

    /**
     * A profile that the user names.
     *
     * @param by what names it
     * @throws InvalidSettingException when it is not there
     */
    AwsCredentialsProvider named(String profile, String by) {
        return credentials(profile)
                .orElseThrow(() -> new InvalidSettingException(by + " names the profile \"" + profile
                        + "\", and neither " + credentials + " nor " + config
                        + " has one with credentials; name another or write it"));
    }

    /** Where the profiles are written. */
    List<Path> files() {
        return List.of(credentials, config);
    }

    /** A profile's region, if it names one. */
    Optional<String> region(String profile) {
        return written().profile(profile).flatMap(found -> found.property("region"));
    }

    /** A profile's credentials, if it has any. */
    Optional<AwsCredentialsProvider> credentials(String profile) {
        ProfileFile files = written();
        boolean has = files.profile(profile)
                .map(Profile::properties)
                .filter(properties -> properties.keySet().stream().anyMatch(WAYS::contains))
                .isPresent();
        return has
                ? Optional.of(ProfileCredentialsProvider.builder()
                        .profileFile(files)
                        .profileName(profile)
                        .build())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return credentials + " and " + config;
    }

    private ProfileFile written() {
        ProfileFile.Aggregator both = ProfileFile.aggregator();
        add(both, credentials, ProfileFile.Type.CREDENTIALS);
        add(both, config, ProfileFile.Type.CONFIGURATION);
        return both.build();
    }

    private static void add(ProfileFile.Aggregator all, Path file, ProfileFile.Type type) {
        if (Files.isRegularFile(file)) {
            try {
                all.addFile(ProfileFile.builder().content(file).type(type).build());
            } catch (RuntimeException e) {
                // the message has the line's number, not the line
                throw new InvalidSettingException(file + " is no file of AWS profiles: " + e.getMessage()
                        + "; write name = value below [profile]");
            }
        }
    }
}
