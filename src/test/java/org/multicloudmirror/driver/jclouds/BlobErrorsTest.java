package org.multicloudmirror.driver.jclouds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.jclouds.blobstore.KeyNotFoundException;
import org.jclouds.http.HttpCommand;
import org.jclouds.http.HttpRequest;
import org.jclouds.http.HttpResponse;
import org.jclouds.http.HttpResponseException;
import org.jclouds.rest.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.UnreachableException;

class BlobErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "400, RejectedException, az://c/k: 400",
        "401, AccessDeniedException, az://c/k: 401; check the credentials and permissions of store az",
        "403, AccessDeniedException, az://c/k: 403; check the credentials and permissions of store az",
        "404, NotFoundException, az://c/k: 404",
        "409, RejectedException, az://c/k: 409",
        "429, ThrottledException, az://c/k: 429",
        "501, RejectedException, az://c/k: 501",
        "503, OutageException, az://c/k: 503"
    })
    void tellsAStatus(int status, String type, String message) {
        assertThat(BlobErrors.of(answered(status), "az://c/k"))
                .hasMessage(message)
                .extracting(error -> error.getClass().getSimpleName())
                .isEqualTo(type);
    }

    @Test
    void repeatsWhatTheServiceSays() {
        HttpResponseException said = new HttpResponseException(
                "said so",
                command(),
                HttpResponse.builder().statusCode(403).build(),
                "<Error><Code>AccountIsDisabled</Code><Message>Pay first.</Message></Error>");

        assertThat(BlobErrors.of(new AuthorizationException(said), "listing az://c"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage(
                        "listing az://c: 403 AccountIsDisabled: Pay first.; check the credentials and permissions of"
                                + " store az");
    }

    @Test
    void tellsInWordsThatNothingAnswers() {
        RuntimeException failure =
                new HttpResponseException("GET http://az", command(), null, new ConnectException("refused"));

        assertThat(BlobErrors.of(failure, "az://c/k"))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("az://c/k: no connection: refused; check the endpoint and the network");
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

    private static HttpCommand command() {
        return new HttpCommand(HttpRequest.builder()
                .method("PUT")
                .endpoint("http://127.0.0.1/c/k")
                .build());
    }

    private static HttpResponseException answered(int status) {
        return new HttpResponseException(
                command(),
                HttpResponse.builder().statusCode(status).message("said so").build());
    }
}
