package org.multicloudmirror.driver;

import static org.multicloudmirror.driver.ErrorMeaning.ARCHIVED;
import static org.multicloudmirror.driver.ErrorMeaning.CORRUPT;
import static org.multicloudmirror.driver.ErrorMeaning.DENIED;
import static org.multicloudmirror.driver.ErrorMeaning.NO_BUCKET;
import static org.multicloudmirror.driver.ErrorMeaning.NO_UPLOAD;
import static org.multicloudmirror.driver.ErrorMeaning.REJECTED;
import static org.multicloudmirror.driver.ErrorMeaning.THROTTLED;
import static org.multicloudmirror.driver.ErrorMeaning.TRANSIENT;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The codes that services name their errors with, and what to do about each: "Error responses" of S3's API reference,
 * and what Ceph ({@code rgw_common.cc}), MinIO ({@code api-errors.go}) and Backblaze add to it. A code that is not here
 * means what its status means.
 *
 * @param advice what to do, with {@code %s} for the store's name; empty where there is nothing to do but to wait
 */
record ErrorCode(ErrorMeaning meaning, String advice) {

    static final ErrorCode FULL = new ErrorCode(ErrorMeaning.FULL, "store %s is full: raise its quota, or make room");

    static final ErrorCode BLOCKED =
            new ErrorCode(ErrorMeaning.DENIED, "the account of store %s is blocked: ask the provider");

    static final ErrorCode TOO_LARGE = new ErrorCode(
            ErrorMeaning.REJECTED,
            "it is larger than store %s takes at once: lower mirror.multipart-threshold or mirror.part-size");

    static final ErrorCode REDIRECTED = new ErrorCode(
            ErrorMeaning.REJECTED,
            "no redirect is followed with credentials: check the endpoint and the region of store %s");

    private static final Map<String, ErrorCode> TABLE = new HashMap<>();

    static {
        put(
                DENIED,
                "the temporary credentials of store %s have run out: renew them",
                "ExpiredToken",
                "ExpiredTokenException",
                "TokenRefreshRequired");
        put(
                DENIED,
                "the session token of store %s does not belong to its keys: set access key, secret key and token together",
                "InvalidToken");
        put(
                DENIED,
                "the service does not know the access key of store %s: check it, and that the endpoint is the one that it is"
                        + " for",
                "InvalidAccessKeyId",
                "InvalidClientTokenId",
                "UnrecognizedClientException");
        put(
                DENIED,
                "check the secret key of store %s, and its region; else something on the way changes requests",
                "SignatureDoesNotMatch");
        put(DENIED, "set this machine's clock", "RequestTimeTooSkewed", "RequestExpired");
        put(
                DENIED,
                "the credentials of store %s are known but not allowed this: check the policies of user and bucket",
                "AccessDenied",
                "AccessForbidden",
                "AllAccessDisabled",
                "UnauthorizedAccess");
        put(
                BLOCKED,
                "AccountProblem",
                "AccountSuspended",
                "NotSignedUp",
                "PaymentRequired",
                "UserSuspended",
                "AccountDisabled");
        put(
                DENIED,
                "the key that the bucket of store %s is encrypted with cannot be used: check the key and who may use it",
                "KMS.AccessDeniedException",
                "KMS.DisabledException",
                "KMS.InvalidKeyUsageException",
                "KMS.InvalidStateException",
                "KMS.KMSInvalidStateException",
                "KMS.NotFoundException");
        put(
                FULL,
                "QuotaExceeded",
                "AccountQuotaExceeded",
                "BucketQuotaExceeded",
                "ServiceQuotaExceededException",
                "InsufficientCapacity",
                "InsufficientStorage",
                "NotEnoughSpace",
                "StorageFull",
                "StorageCapExceeded",
                "XMinioStorageFull",
                "XMinioAdminBucketQuotaExceeded");
        put(
                plain(THROTTLED),
                "SlowDown",
                "SlowDownRead",
                "SlowDownWrite",
                "Throttling",
                "ThrottlingException",
                "RequestLimitExceeded",
                "RequestThrottled",
                "TooManyRequests",
                "TooManyRequestsException",
                "BandwidthLimitExceeded",
                "KMS.ThrottlingException");
        put(
                plain(TRANSIENT),
                "RequestTimeout",
                "IncompleteBody",
                "OperationAborted",
                "ConditionalRequestConflict",
                "InternalError",
                "ServiceUnavailable",
                "ServerBusy",
                "KMS.InternalException",
                "XMinioServerNotInitialized");
        put(TOO_LARGE, "EntityTooLarge", "MaxMessageLengthExceeded");
        put(
                REJECTED,
                "set mirror.storage-class to one that store %s has",
                "InvalidStorageClass",
                "StorageClassNotSupported");
        put(
                REJECTED,
                "store %s does not accept this key",
                "KeyTooLongError",
                "InvalidObjectName",
                "XMinioInvalidObjectName");
        put(REJECTED, "it has more metadata than store %s holds", "MetadataTooLarge");
        put(plain(CORRUPT), "BadDigest", "InvalidDigest", "XAmzContentSHA256Mismatch");
        put(plain(ARCHIVED), "InvalidObjectState", "ObjectNotInActiveTierError");
        put(plain(NO_BUCKET), "NoSuchBucket", "NoSuchContainer");
        put(plain(NO_UPLOAD), "NoSuchUpload");
    }

    private static void put(ErrorMeaning meaning, String advice, String... codes) {
        put(new ErrorCode(meaning, advice), codes);
    }

    private static void put(ErrorCode known, String... codes) {
        for (String code : codes) {
            TABLE.put(code, known);
        }
    }

    static ErrorCode plain(ErrorMeaning meaning) {
        return new ErrorCode(meaning, "");
    }

    /** What a code means, where that is more than what its status means. */
    static Optional<ErrorCode> of(String code) {
        return Optional.ofNullable(TABLE.get(code));
    }
}
