package org.multicloudmirror.driver.jclouds;

import static org.assertj.core.api.Assertions.assertThat;

import org.jclouds.blobstore.KeyNotFoundException;
import org.jclouds.http.HttpCommand;
import org.jclouds.http.HttpRequest;
import org.jclouds.http.HttpResponse;
import org.jclouds.http.HttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.RejectedException;

class BlobErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "400, RejectedException, az://c/k: 400",
        "401, AccessDeniedException, az://c/k: access denied; check the store's identity and credential",
        "403, AccessDeniedException, az://c/k: access denied; check the store's identity and credential",
        "404, NotFoundException, az://c/k: not found",
        "409, RejectedException, az://c/k: 409",
        "429, TransientStoreException, az://c/k: 429",
        "501, RejectedException, az://c/k: 501",
        "503, TransientStoreException, az://c/k: 503"
    })
    void tellsAStatus(int status, String type, String message) {
        assertThat(BlobErrors.of(answered(status), "az://c/k"))
                .hasMessage(message)
                .extracting(error -> error.getClass().getSimpleName())
                .isEqualTo(type);
    }

    /** The source is there: it was being read. */
    @Test
    void takesWhatAPutDoesNotFindForTheContainer() {
        assertThat(BlobErrors.ofPut(new KeyNotFoundException("c", "k", "404"), "az://c/k", true))
                .isInstanceOf(BucketMissingException.class)
                .hasMessage("az://c/k: the container does not exist");
        assertThat(BlobErrors.ofPut(answered(404), "az://c/k", true)).isInstanceOf(BucketMissingException.class);
    }

    @Test
    void takesABadRequestForCorruptOnlyWhereAProofWasAskedFor() {
        assertThat(BlobErrors.ofPut(answered(400), "az://c/k", true)).isInstanceOf(CorruptCopyException.class);
        assertThat(BlobErrors.ofPut(answered(400), "az://c/k", false)).isInstanceOf(RejectedException.class);
    }

    private static HttpResponseException answered(int status) {
        HttpRequest request = HttpRequest.builder()
                .method("PUT")
                .endpoint("http://127.0.0.1/c/k")
                .build();
        return new HttpResponseException(
                new HttpCommand(request),
                HttpResponse.builder().statusCode(status).message("said so").build());
    }
}
