package org.multicloudmirror.stores;

import java.util.Optional;
import org.multicloudmirror.settings.InvalidSettingException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A pair of keys that was written down somewhere. */
final class S3Keys {

    /** A value and what it is called where it was written. */
    record Named(String name, String value) {}

    private S3Keys() {}

    /**
     * The keys, or nothing when neither is there.
     *
     * @param token of temporary keys, else empty
     * @throws InvalidSettingException when only one is there
     */
    static Optional<AwsCredentialsProvider> of(Named access, Named secret, String token) {
        if (access.value().isEmpty() && secret.value().isEmpty()) {
            return Optional.empty();
        }
        if (access.value().isEmpty() || secret.value().isEmpty()) {
            Named there = access.value().isEmpty() ? secret : access;
            Named missing = access.value().isEmpty() ? access : secret;
            throw new InvalidSettingException(
                    there.name() + " is set and " + missing.name() + " is not; set both or neither");
        }
        return Optional.of(StaticCredentialsProvider.create(
                token.isEmpty()
                        ? AwsBasicCredentials.create(access.value(), secret.value())
                        : AwsSessionCredentials.create(access.value(), secret.value(), token)));
    }
}
