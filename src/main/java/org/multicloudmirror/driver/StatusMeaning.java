package org.multicloudmirror.driver;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.OutageException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.StoreFullException;
import org.multicloudmirror.storage.ThrottledException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.UploadGoneException;

/** What a failed request means, by whichever protocol: its code where that is known, or else its status. */
public final class StatusMeaning {

    /** Swift's quotas answer 413 with these words, others 403 with words of their own and a code that says less. */
    private static final Pattern OVER_QUOTA = Pattern.compile(
            "quota|storage cap|storage limit|insufficient storage|no space left|disk full", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_SPACE =
            Pattern.compile("insufficient storage|no space left|disk full", Pattern.CASE_INSENSITIVE);

    /**
     * What a gateway says of a service that is down (RFC 9110, section 15.6), and Cloudflare's own words for the same. A 500
     * is the service's own.
     */
    private static final Set<Integer> OUTAGES = Set.of(502, 503, 504, 520, 521, 522, 523, 524);

    private StatusMeaning() {}

    /**
     * The error that a request ended in.
     *
     * @param what was asked for, as a user writes it
     * @param store the store's name, for what is to be set or checked
     */
    public static StoreException of(ServiceError error, String what, String store) {
        ErrorCode known = meaning(error);
        String line = what + ": " + error
                + (known.advice().isEmpty() ? "" : "; " + known.advice().replace("%s", store));
        return switch (known.meaning()) {
            case DENIED -> new AccessDeniedException(line);
            case FULL -> new StoreFullException(line);
            case THROTTLED -> new ThrottledException(line, requireNonNullElse(error.retryAfter(), Duration.ZERO));
            case TRANSIENT -> passing(error.status(), line);
            case REJECTED -> new RejectedException(line);
            case CORRUPT -> new CorruptCopyException(line);
            case ARCHIVED -> new ArchivedException(what, "");
            case NO_BUCKET -> new BucketMissingException(line);
            case NO_UPLOAD -> new UploadGoneException(line);
            case NOT_FOUND -> new NotFoundException(line);
        };
    }

    /** The error of a status that may be another one soon: an outage where it is what a gateway says of a service that is down. */
    public static TransientStoreException passing(int status, String line) {
        return OUTAGES.contains(status) ? new OutageException(line) : new TransientStoreException(line);
    }

    /** Whether an error has a code that means more than its status. */
    public static boolean isKnown(ServiceError error) {
        return ErrorCode.of(error.code()).isPresent();
    }

    private static ErrorCode meaning(ServiceError error) {
        Pattern full = error.isFault() ? NO_SPACE : OVER_QUOTA;
        boolean mayBeFull = error.isFault() || error.status() == 403 || error.status() == 413;
        return mayBeFull && full.matcher(error.message()).find()
                ? ErrorCode.FULL
                : ErrorCode.of(error.code()).orElseGet(() -> ofStatus(error));
    }

    private static ErrorCode ofStatus(ServiceError error) {
        boolean isToWait = error.retryAfter() != null;
        return switch (error.status()) {
            case 301, 302, 303, 307, 308 -> ErrorCode.REDIRECTED;
            case 404, 410 -> ErrorCode.plain(ErrorMeaning.NOT_FOUND);
            case 401, 403 -> new ErrorCode(ErrorMeaning.DENIED, "check the credentials and permissions of store %s");
            case 402 -> ErrorCode.BLOCKED;
            // Rackspace limits rates with 413, too
            case 413 -> isToWait ? ErrorCode.plain(ErrorMeaning.THROTTLED) : ErrorCode.TOO_LARGE;
            // 498 is Swift's own rate limit
            case 429, 498 -> ErrorCode.plain(ErrorMeaning.THROTTLED);
            // 499 is Swift's word for a body that broke off
            case 408, 499 -> ErrorCode.plain(ErrorMeaning.TRANSIENT);
            case 501, 505 -> ErrorCode.plain(ErrorMeaning.REJECTED);
            case 503 -> ErrorCode.plain(isToWait ? ErrorMeaning.THROTTLED : ErrorMeaning.TRANSIENT);
            case 507 -> ErrorCode.FULL;
            default -> ErrorCode.plain(error.isFault() ? ErrorMeaning.TRANSIENT : ErrorMeaning.REJECTED);
        };
    }
}
