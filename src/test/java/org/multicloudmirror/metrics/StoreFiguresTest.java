package org.multicloudmirror.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpCall;
import org.multicloudmirror.http.RequestObserver;
import org.multicloudmirror.storage.RetryObserver;

class StoreFiguresTest {

    private static final Endpoint SERVICE = Endpoint.parse("https://127.0.0.1:1");
    private static final HttpCall HEAD = new HttpCall("HEAD", SERVICE, "/b/k");
    private static final HttpCall LOGIN = new HttpCall("POST", SERVICE, "/v3/auth/tokens");

    private final Metrics metrics = new Metrics();
    private final RequestObserver requests = metrics.stores().of("cf");

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void areTakenByOperationAndClassOfStatus() {
        ended(HEAD, 200, 1_000_000);
        ended(HEAD, 204, 20_000_000);
        ended(HEAD, 404, 300_000_000_000L);
        ended(HEAD, RequestObserver.NO_STATUS, 1);

        String series = "operation=\"head\",status=\"2xx\",store=\"cf\"";
        assertThat(metrics.text().lines())
                .contains(
                        "mirror_store_requests_total{" + series + "} 2.0",
                        "mirror_store_request_duration_seconds_bucket{" + series + ",le=\"0.005\"} 1",
                        "mirror_store_request_duration_seconds_bucket{" + series + ",le=\"0.02\"} 2",
                        "mirror_store_request_duration_seconds_bucket{" + series + ",le=\"+Inf\"} 2",
                        "mirror_store_request_duration_seconds_sum{" + series + "} 0.021",
                        "mirror_store_requests_total{operation=\"head\",status=\"4xx\",store=\"cf\"} 1.0",
                        "mirror_store_requests_total{operation=\"head\",status=\"none\",store=\"cf\"} 1.0");
    }

    @Test
    void tellWhatIsInFlight() {
        requests.began(HEAD);
        requests.began(HEAD);
        requests.ended(HEAD, 200, 1);

        assertThat(metrics.text().lines()).contains("mirror_store_requests_in_flight{store=\"cf\"} 1.0");
    }

    @Test
    void countWhatAsksForLess() {
        ended(HEAD, 503, 1);
        ended(HEAD, 498, 1);
        ended(HEAD, 500, 1);

        assertThat(metrics.text().lines())
                .contains(
                        "mirror_store_throttled_total{status=\"503\",store=\"cf\"} 1.0",
                        "mirror_store_throttled_total{status=\"498\",store=\"cf\"} 1.0",
                        "mirror_store_throttled_total{status=\"429\",store=\"cf\"} 0.0")
                .noneMatch(line -> line.contains("status=\"500\""));
    }

    @Test
    void countLogins() {
        ended(LOGIN, 201, 1);
        ended(LOGIN, 401, 1);
        ended(LOGIN, 503, 1);
        ended(HEAD, 401, 1);

        assertThat(metrics.text().lines())
                .contains(
                        "mirror_store_logins_total{result=\"ok\",store=\"cf\"} 1.0",
                        "mirror_store_logins_total{result=\"refused\",store=\"cf\"} 1.0",
                        "mirror_store_logins_total{result=\"failed\",store=\"cf\"} 1.0");
    }

    @Test
    void countRetries() {
        metrics.stores().retried(RetryObserver.Kind.PAGE);

        assertThat(metrics.text().lines())
                .contains("mirror_retries_total{kind=\"page\"} 1.0", "mirror_retries_total{kind=\"object\"} 0.0");
    }

    private void ended(HttpCall call, int status, long nanos) {
        requests.began(call);
        requests.ended(call, status, nanos);
    }
}
