package org.multicloudmirror.driver.s3;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.ServiceError;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.TransientStoreException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Requests whose keys are refused: where there are others by now, they are sent once more with those. */
final class RefusedKeys {

    /** The codes that mean the keys themselves (S3 API, "Error responses"; STS for the last two). */
    private static final Set<String> CODES = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "TokenRefreshRequired",
            "InvalidToken",
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "InvalidClientTokenId",
            "UnrecognizedClientException");

    /** As long as keys that worked before may be refused because others are about to be written. */
    private static final long DOUBT = Duration.ofSeconds(30).toNanos();

    /** Until the same is believed once more. */
    private static final long A_WHILE = Duration.ofMinutes(5).toNanos();

    private final String store;
    private final AwsCredentialsProvider keys;
    private volatile boolean haveWorked;
    private @Nullable Long doubted;
    private @Nullable Long looked;

    RefusedKeys(S3Settings settings) {
        this.store = settings.name();
        this.keys = settings.credentials();
    }

    /** A request has succeeded. */
    void worked() {
        if (!haveWorked) {
            haveWorked = true;
        }
    }

    /**
     * Whether a failed request is worth sending again with other keys.
     *
     * @param used what it was signed with
     * @return what was wrong, as a message for the user; empty when other keys would not help
     * @throws TransientStoreException when the keys are being replaced, so that they may be right a little later
     * @throws AccessDeniedException when the keys are refused and cannot be read again
     */
    Optional<String> corrects(AwsCredentials used, HttpReply reply) {
        if (!(keys instanceof RenewableKeys renewable) || !mayBeOfKeys(reply.status())) {
            return Optional.empty();
        }
        ServiceError error = ServiceError.of(reply);
        boolean areKeysRefused = CODES.contains(error.code());
        if (!areKeysRefused && reply.status() == 400 && error.isExplained()) {
            return Optional.empty();
        }
        if (renewable.areOther(used, areKeysRefused)) {
            believe();
            return Optional.of("store " + store + ": its keys were refused (" + error + "), and are others now");
        }
        if (areKeysRefused && (renewable.areBeingReplaced() || areDoubtful())) {
            throw new TransientStoreException(
                    "store " + store + ": its keys are refused (" + error + ") while they are being replaced");
        }
        if (areKeysRefused && !renewable.problem().isEmpty()) {
            throw new AccessDeniedException(
                    "store " + store + ": its keys are refused (" + error + "): " + renewable.problem());
        }
        return Optional.empty();
    }

    /** Whether the text of another request has to tell what the answer to a HEAD does not: the keys were just replaced. */
    boolean needText(HttpReply reply) {
        return (reply.status() == 401 || reply.status() == 403)
                && keys instanceof RenewableKeys renewable
                && (renewable.areBeingReplaced() || isTimeToLook());
    }

    /** A service may have the new keys a moment before they are written here. */
    private synchronized boolean areDoubtful() {
        if (!haveWorked) {
            return false;
        }
        long now = System.nanoTime();
        if (doubted == null || now - doubted > A_WHILE) {
            doubted = now;
        }
        return now - doubted < DOUBT;
    }

    private synchronized void believe() {
        doubted = null;
        looked = null;
    }

    /** Mostly it is not the keys that are refused, and the text is another request. */
    private synchronized boolean isTimeToLook() {
        long now = System.nanoTime();
        if (!haveWorked || (looked != null && now - looked < A_WHILE)) {
            return false;
        }
        looked = now;
        return true;
    }

    /** The answer to a HEAD has no text: 400 may be of a token that has run out. */
    private static boolean mayBeOfKeys(int status) {
        return status == 400 || status == 401 || status == 403;
    }
}
