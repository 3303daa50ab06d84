package org.multicloudmirror.driver.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.UnreachableException;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** What an operator reads of a request that S3 refused. */
class S3ReasonsTest {

    private static final Answer BARE = Answer.text(403, "");

    private final FakeS3 s3 = new FakeS3().object("b", "k", "1").object("b", "l", "2");
    private final S3Store store = store(s3.endpoint());

    @AfterEach
    void close() {
        store.close();
        s3.close();
    }

    private static S3Store store(String endpoint) {
        HttpTransport transport = new HttpTransport(4, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30)));
        return new S3Store(
                new S3Settings(
                        "s3", Endpoint.parse(endpoint), "us-east-1", true, "", AnonymousCredentialsProvider.create()),
                transport);
    }

    /** A HEAD's answer has no body: the first one asks with a GET of one byte, the others know. */
    @Test
    void asksOnceWhyAHeadWasRefused() {
        s3.always("HEAD b/k", BARE).always("HEAD b/l", BARE);
        s3.always("GET b/k", Answer.error(403, "AccountProblem"));
        String advice = "403 AccountProblem: as scripted; the account of store s3 is blocked: ask the provider";

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> store.head("b", "k"))
                .withMessage("s3://b/k: " + advice);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> store.head("b", "l"))
                .withMessage("s3://b/l: " + advice);
        assertThat(s3.requests()).containsExactly("HEAD b/k", "GET b/k", "HEAD b/l");
    }

    /** What is said of one object is not true of the others. */
    @Test
    void takesNoObjectForGoneBecauseAnotherIs() {
        s3.always("HEAD b/k", BARE).always("HEAD b/l", BARE);
        s3.always("GET b/k", Answer.error(404, "NoSuchKey"));

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> store.head("b", "k"));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> store.head("b", "l"));
        assertThat(s3.requests()).containsExactly("HEAD b/k", "GET b/k", "HEAD b/l");
    }

    /** AWS answers 400 to tokens that ran out. */
    @Test
    void learnsOfATokenThatRanOut() {
        s3.always("HEAD b/k", Answer.text(400, "")).always("GET b/k", Answer.error(400, "ExpiredToken"));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> store.head("b", "k"))
                .withMessageContaining("400 ExpiredToken: as scripted; the temporary credentials of store s3");
    }

    @Test
    void saysThatOnlyTheHeadIsRefused() {
        s3.always("HEAD b/k", BARE);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> store.head("b", "k"))
                .withMessage(
                        "s3://b/k: 403 its HEAD is refused, its GET is not; check the credentials and permissions of"
                                + " store s3");
    }

    @Test
    void asksNothingMoreAboutWhatIsGone() {
        s3.always("HEAD b/k", Answer.text(404, ""));

        assertThat(store.exists("b", "k")).isFalse();
        assertThat(s3.requests()).containsExactly("HEAD b/k");
    }

    @Test
    void takesAMissingBucketForNoDeletion() {
        s3.always("DELETE b/k", Answer.error(404, "NoSuchBucket")).always("DELETE b/l", Answer.error(404, "NoSuchKey"));

        assertThatExceptionOfType(BucketMissingException.class).isThrownBy(() -> store.delete("b", "k"));
        store.delete("b", "l");
    }

    @Test
    void tellsAServerThatIsNotThere() {
        s3.close();

        assertThatExceptionOfType(UnreachableException.class).isThrownBy(() -> store.head("b", "k"));
    }
}
