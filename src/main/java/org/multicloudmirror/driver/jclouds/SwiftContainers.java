package org.multicloudmirror.driver.jclouds;

import java.util.Map;
import java.util.Optional;
import org.multicloudmirror.driver.NewBucket;
import org.multicloudmirror.http.HttpReply;

/** Makes containers (Object Storage API, "Create container"), each with its storage policy. */
final class SwiftContainers {

    private static final String POLICY = "X-Storage-Policy";
    private static final int CONFLICT = 409;

    private final JcloudsSettings settings;
    private final SwiftRequests requests;
    private final SwiftDialect dialect;

    SwiftContainers(JcloudsSettings settings, SwiftRequests requests, SwiftDialect dialect) {
        this.settings = settings;
        this.requests = requests;
        this.dialect = dialect;
    }

    /** Makes a container, unless it is there. */
    void create(String container) {
        create(container, "");
    }

    /**
     * Makes a container, unless it is there.
     *
     * @param otherwise its policy where none is set for this store; empty for the service's own choice
     */
    void create(String container, String otherwise) {
        String wanted = settings.storagePolicy().isEmpty() ? otherwise : settings.storagePolicy();
        Map<String, String> headers = wanted.isEmpty() ? Map.of() : Map.of(POLICY, wanted);
        try (HttpReply reply = requests.container("PUT", container, headers)) {
            // it is there, with another policy
            if (!reply.isSuccess() && reply.status() != CONFLICT) {
                throw NewBucket.refusal(
                        dialect.error(reply, "cannot create the container " + settings.name() + "://" + container));
            }
        }
    }

    /** The policy of a container; empty when it is not told. */
    String policy(String container) {
        try (HttpReply reply = requests.container("HEAD", container, "")) {
            Optional<String> told = reply.isSuccess() ? reply.header(POLICY) : Optional.empty();
            return told.orElse("");
        }
    }
}
