package org.multicloudmirror.driver.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.mirror.options.WrittenClass;
import org.multicloudmirror.storage.ObjectMetadata;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** The storage class of what is written: that of the run, else that of all runs, else the service's own. */
class S3ClassesTest {

    @ParameterizedTest
    @CsvSource({
        // of all runs, of the run, of the source, written
        ",,GLACIER_IR,",
        "STANDARD_IA,,GLACIER_IR,STANDARD_IA",
        "source,,GLACIER_IR,GLACIER_IR",
        ",ONEZONE_IA,GLACIER_IR,ONEZONE_IA",
        "STANDARD_IA,ONEZONE_IA,,ONEZONE_IA",
        "source,ONEZONE_IA,GLACIER_IR,ONEZONE_IA",
        ",source,GLACIER_IR,GLACIER_IR",
        "STANDARD_IA,source,GLACIER_IR,GLACIER_IR",
        "STANDARD_IA,source,,",
    })
    void isTheRunsOwnFirst(
            @Nullable String ofAll, @Nullable String ofRun, @Nullable String ofSource, @Nullable String written) {
        S3Settings settings = new S3Settings(
                "s3",
                Endpoint.parse("http://127.0.0.1:1"),
                "us-east-1",
                true,
                ofAll == null ? "" : ofAll,
                AnonymousCredentialsProvider.create());
        S3Quirks quirks = S3Quirks.of(settings, Clock.systemUTC());
        HttpTransport transport = new HttpTransport(1, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(5)));
        S3Dialect dialect = new S3Dialect(settings, new S3Requests(settings, transport, quirks), quirks);
        ObjectMetadata source = ObjectMetadata.EMPTY.withStorageClass(ofSource);

        try (transport) {
            Map<String, String> headers = dialect.headers(new WrittenClass(ofRun == null ? "" : ofRun).of(source));

            assertThat(headers.get("x-amz-storage-class")).isEqualTo(written);
        }
    }
}
