package org.multicloudmirror.stores;

import java.nio.file.Path;
import java.util.Optional;
import org.multicloudmirror.driver.s3.SdkTransport;
import org.multicloudmirror.http.HttpTransport;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;

/** The roles that AWS gives to what runs there; asked over the network, and not before they are needed. */
record AwsRoles(Places places, String region, HttpTransport transport) {

    /** The name of the last place, which is always asked. */
    static final String INSTANCE = "the instance's role";

    /** As Kubernetes at AWS mounts it. */
    Optional<AwsCredentialsProvider> webIdentity() {
        String token = places.variable("AWS_WEB_IDENTITY_TOKEN_FILE");
        String role = places.variable("AWS_ROLE_ARN");
        if (token.isEmpty() || role.isEmpty()) {
            return Optional.empty();
        }
        String session = places.variable("AWS_ROLE_SESSION_NAME");
        return Optional.of(StsWebIdentityTokenFileCredentialsProvider.builder()
                .stsClient(sts())
                .webIdentityTokenFile(Path.of(token))
                .roleArn(role)
                .roleSessionName(session.isEmpty() ? "multi-cloud-mirror" : session)
                .build());
    }

    /** As ECS and EKS's pod identity tell it. */
    Optional<AwsCredentialsProvider> container() {
        boolean isTold = !places.variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                        .isEmpty()
                || !places.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI").isEmpty();
        return isTold ? Optional.of(ContainerCredentialsProvider.create()) : Optional.empty();
    }

    /** Whether there is one shows when it is asked. */
    Optional<AwsCredentialsProvider> instance() {
        boolean isOff = places.variable("AWS_EC2_METADATA_DISABLED").equalsIgnoreCase("true");
        return isOff ? Optional.empty() : Optional.of(InstanceProfileCredentialsProvider.create());
    }

    private StsClient sts() {
        return StsClient.builder()
                .httpClient(new SdkTransport(transport))
                .region(Region.of(region))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }
}
