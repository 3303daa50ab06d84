package org.multicloudmirror.stores;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A pair of keys that was written down somewhere. */
final class S3Keys {

    private S3Keys() {}

    /**
     * The keys, or nothing when neither is there.
     *
     * @param token of temporary keys, else empty
     * @throws org.multicloudmirror.settings.InvalidSettingException when only one is there
     */
    static Optional<AwsCredentialsProvider> of(Named access, Named secret, String token) {
        if (!Named.areBothSet(access, secret)) {
            return Optional.empty();
        }
        return Optional.of(StaticCredentialsProvider.create(
                token.isEmpty()
                        ? AwsBasicCredentials.create(access.value(), secret.value())
                        : AwsSessionCredentials.create(access.value(), secret.value(), token)));
    }
}
