package org.multicloudmirror.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.StoreFullException;
import org.multicloudmirror.storage.ThrottledException;

class StatusMeaningTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | ExpiredToken | The provided token has expired. | AccessDeniedException"
                        + " | the temporary credentials of store s3 have run out: renew them",
                "403 | InvalidAccessKeyId | m | AccessDeniedException | the service does not know the access key of store s3:"
                        + " check it, and that the endpoint is the one that it is for",
                "403 | SignatureDoesNotMatch | m | AccessDeniedException | check the secret key of store s3, and its region;"
                        + " else something on the way changes requests",
                "403 | RequestTimeTooSkewed | m | AccessDeniedException | set this machine's clock",
                "403 | AccessDenied | m | AccessDeniedException | the credentials of store s3 are known but not allowed this:"
                        + " check the policies of user and bucket",
                "403 | AccountProblem | m | AccessDeniedException | the account of store s3 is blocked: ask the provider",
                "400 | KMS.DisabledException | m | AccessDeniedException | the key that the bucket of store s3 is encrypted with"
                        + " cannot be used: check the key and who may use it",
                "403 | QuotaExceeded | m | StoreFullException | store s3 is full: raise its quota, or make room",
                "403 | AccessDenied | Storage cap exceeded | StoreFullException | store s3 is full: raise its quota, or make room",
                "507 | XMinioStorageFull | m | StoreFullException | store s3 is full: raise its quota, or make room",
                "400 | EntityTooLarge | m | RejectedException | it is larger than store s3 takes at once: lower"
                        + " mirror.multipart-threshold or mirror.part-size",
                "400 | InvalidStorageClass | m | RejectedException | set mirror.storage-class to one that store s3 has",
            })
    void saysWhatToDoAboutACode(int status, String code, String message, String type, String advice) {
        StoreException error = StatusMeaning.of(new ServiceError(status, code, message), "s3://b/k", "s3");

        assertThat(error.getClass().getSimpleName()).isEqualTo(type);
        assertThat(error).hasMessage("s3://b/k: " + status + " " + code + ": " + message + "; " + advice);
    }

    @ParameterizedTest
    @CsvSource({
        "NoSuchBucket, 404, BucketMissingException",
        "NoSuchUpload, 404, UploadGoneException",
        "NoSuchKey, 404, NotFoundException",
        "SlowDown, 503, ThrottledException",
        "SlowDown, 500, ThrottledException",
        "KMS.ThrottlingException, 400, ThrottledException",
        "RequestTimeout, 400, TransientStoreException",
        "InternalError, 500, TransientStoreException",
        "ServiceUnavailable, 503, OutageException",
        "ServiceUnavailable, 500, TransientStoreException",
        "BadDigest, 400, CorruptCopyException",
        "InvalidObjectState, 403, ArchivedException",
        "SomethingNew, 400, RejectedException",
    })
    void knowsWhatACodeMeans(String code, int status, String type) {
        assertThat(StatusMeaning.of(new ServiceError(status, code, ""), "s3://b/k", "s3")
                        .getClass()
                        .getSimpleName())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "400, RejectedException, cf://c/k: 400",
        "401, AccessDeniedException, cf://c/k: 401; check the credentials and permissions of store cf",
        "402, AccessDeniedException, cf://c/k: 402; the account of store cf is blocked: ask the provider",
        "403, AccessDeniedException, cf://c/k: 403; check the credentials and permissions of store cf",
        "404, NotFoundException, cf://c/k: 404",
        "408, TransientStoreException, cf://c/k: 408",
        "410, NotFoundException, cf://c/k: 410",
        "429, ThrottledException, cf://c/k: 429",
        "498, ThrottledException, cf://c/k: 498",
        "499, TransientStoreException, cf://c/k: 499",
        "500, TransientStoreException, cf://c/k: 500",
        "501, RejectedException, cf://c/k: 501",
        "502, OutageException, cf://c/k: 502",
        "503, OutageException, cf://c/k: 503",
        "504, OutageException, cf://c/k: 504",
        "522, OutageException, cf://c/k: 522",
        "507, StoreFullException, 'cf://c/k: 507; store cf is full: raise its quota, or make room'",
    })
    void knowsWhatAStatusMeans(int status, String type, String message) {
        StoreException error = StatusMeaning.of(new ServiceError(status, "", ""), "cf://c/k", "cf");

        assertThat(error).hasMessage(message);
        assertThat(error.getClass().getSimpleName()).isEqualTo(type);
    }

    /** Swift's quotas and its limit of one object have the same status, and so has Rackspace's limit of rates. */
    @Test
    void tells413sApart() {
        assertThat(of(413, "Upload exceeds quota.", null))
                .isInstanceOf(StoreFullException.class)
                .hasMessage("cf://c/k: 413 Upload exceeds quota.; store cf is full: raise its quota, or make room");
        assertThat(of(413, "Your request is too large.", null)).isInstanceOf(RejectedException.class);
        assertThat(of(413, "Over limit", Duration.ofSeconds(3)))
                .isInstanceOfSatisfying(ThrottledException.class, throttled -> assertThat(throttled.retryAfter())
                        .hasSeconds(3));
    }

    @Test
    void tells503sApart() {
        assertThat(of(503, "", Duration.ZERO)).isInstanceOf(ThrottledException.class);
        assertThat(of(500, "no space left on device", null)).isInstanceOf(StoreFullException.class);
        assertThat(of(503, "request quota exceeded", Duration.ZERO)).isInstanceOf(ThrottledException.class);
    }

    private static StoreException of(int status, String message, @Nullable Duration retryAfter) {
        return StatusMeaning.of(new ServiceError(status, "", message, retryAfter), "cf://c/k", "cf");
    }

    @Test
    void doesNotSayTheStatusTwice() {
        assertThat(new ServiceError(413, "", "413 Request Entity Too Large"))
                .hasToString("413 Request Entity Too Large");
    }
}
