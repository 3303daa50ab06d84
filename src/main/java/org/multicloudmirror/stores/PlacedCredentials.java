package org.multicloudmirror.stores;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.s3.RenewableKeys;
import org.multicloudmirror.rotation.Origin;
import org.multicloudmirror.rotation.Rotating;
import org.multicloudmirror.storage.AccessDeniedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Credentials of one place, which is logged when they are first used; their absence is told in one line. What is
 * replaced there is read again.
 */
final class PlacedCredentials implements RenewableKeys {

    private static final Logger LOG = LoggerFactory.getLogger(S3Credentials.class);
    private static final int SHOWN = 4;

    /** Between two questions to a role or a process whose credentials are refused before they run out. */
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final String store;
    private final String place;
    private final String none;
    private final Rotating<AwsCredentialsProvider> provider;
    private volatile String said = "";
    private @Nullable Long asked;

    PlacedCredentials(
            String store,
            Source.Found<AwsCredentialsProvider> found,
            Origin<AwsCredentialsProvider> origin,
            String none) {
        this.store = store;
        this.place = found.place();
        this.none = none;
        this.provider = new Rotating<>(found.value(), origin);
    }

    @Override
    public AwsCredentials resolveCredentials() {
        AwsCredentials credentials;
        try {
            credentials = provider.now().resolveCredentials();
        } catch (RuntimeException e) {
            // the SDK throws what it likes: its own, of files, of classes
            throw new AccessDeniedException(AwsRoles.INSTANCE.equals(place) ? none : failed(e), e);
        }
        String id = credentials.accessKeyId();
        if (!said.equals(id)) {
            said = id;
            String shown = id.substring(0, Math.min(SHOWN, id.length()));
            LOG.debug("store {}: credentials from {} (access key {}...)", store, place, shown);
        }
        return credentials;
    }

    private String failed(RuntimeException e) {
        return "store " + store + ": " + place + " gives no credentials (" + e.getMessage()
                + "); mend that, or set mirror.stores." + store + ".access-key and .secret-key";
    }

    @Override
    public synchronized boolean areOther(AwsCredentials refused, boolean areKeysRefused) {
        if (!resolveCredentials().equals(refused)) {
            return true;
        }
        if (!provider.renew() && areKeysRefused && isDue()) {
            // those of a role or a process are kept until they run out
            provider.remake();
        }
        return !resolveCredentials().equals(refused);
    }

    private boolean isDue() {
        long now = System.nanoTime();
        Long before = asked;
        if (before != null && now - before < PAUSE) {
            return false;
        }
        asked = now;
        return true;
    }

    @Override
    public boolean areBeingReplaced() {
        return provider.isSettling();
    }

    @Override
    public String problem() {
        return provider.problem();
    }
}
