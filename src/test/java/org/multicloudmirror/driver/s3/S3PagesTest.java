package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.http.PercentEncoding;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StorePages;
import org.multicloudmirror.storage.TransientStoreException;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** Services that lead on to a listing's next page in a way of their own. */
class S3PagesTest {

    private static final List<String> ALL = List.of("a b", "a!", "b/c+d", "e", "f%20g");

    private final FakeS3 s3 = new FakeS3();
    private final List<Map<String, String>> queries = new ArrayList<>();
    private final S3Store store = new S3Store(
            new S3Settings(
                    "s3", Endpoint.parse(s3.endpoint()), "us-east-1", true, "", AnonymousCredentialsProvider.create()),
            new HttpTransport(2, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30))));

    @AfterEach
    void close() {
        store.close();
        s3.close();
    }

    /** What a server makes of one request. */
    private interface Server {
        /** Null for a refusal. */
        @Nullable
        String apply(Map<String, String> query);
    }

    @Test
    void goesOnByTheTokenAndNothingElse() {
        serve(query -> page(
                behind(query.get("continuation-token")),
                last -> "<NextContinuationToken>" + last + "</NextContinuationToken>"));

        assertThat(keys("")).containsExactlyElementsOf(sorted());
        assertThat(queries.get(1).keySet()).containsExactly("continuation-token", "encoding-type", "list-type");
    }

    @Test
    void goesOnByMarkerWhereOnlyTheFirstVersionIsKnown() {
        serve(query -> page(behind(query.get("marker")), last -> "<Marker/>"));

        assertThat(keys("")).containsExactlyElementsOf(sorted());
        assertThat(queries).as("one request a page").hasSize(3);
        assertThat(keys("a!")).containsExactly("b/c+d", "e", "f%20g");
        assertThat(queries.get(3)).containsEntry("marker", "a!").containsEntry("start-after", "a!");
    }

    /** Such as after an hour, when it is forgotten. */
    @Test
    void beginsBehindAKeyWhereOnlyTheFirstVersionIsKnown() {
        serve(query -> page(behind(query.get("marker")), last -> "<Marker/>"));

        assertThat(keys("a!")).containsExactly("b/c+d", "e", "f%20g");
        assertThat(queries.get(1)).containsEntry("marker", "a!");
    }

    @Test
    void goesOnBehindTheLastKeyWhereThereIsNoToken() {
        serve(query -> page(behind(query.get("start-after")), last -> ""));

        assertThat(keys("")).containsExactlyElementsOf(sorted());
        assertThat(queries).hasSize(3);
    }

    @Test
    void goesOnBehindTheLastKeyWhereTheTokenIsIgnored() {
        serve(query ->
                page(behind(query.get("start-after")), last -> "<NextContinuationToken>t</NextContinuationToken>"));

        assertThat(keys("")).containsExactlyElementsOf(sorted());
        assertThat(queries).as("one for the token that leads nowhere").hasSize(4);
    }

    @Test
    void sendsAnEncodedTokenBackAsItIsMeant() {
        serve(query -> {
            String token = query.get("continuation-token");
            if (token != null && !token.startsWith("=/")) {
                return null;
            }
            return page(
                    behind(token == null ? null : token.substring(2)),
                    last -> "<NextContinuationToken>" + PercentEncoding.query("=/" + last)
                            + "</NextContinuationToken>");
        });

        assertThat(keys("")).containsExactlyElementsOf(sorted());
        assertThat(queries).as("one for the token as it was given").hasSize(4);
    }

    /** Taken as it is, "a%20b" leads behind "a!", which would be lost. */
    @Test
    void knowsATokenThatIsAnEncodedKey() {
        serve(query -> encoded(page(
                behind(query.get("continuation-token")),
                last -> "<NextContinuationToken>" + PercentEncoding.query(last) + "</NextContinuationToken>")));

        assertThat(keys("")).containsExactlyElementsOf(sorted());
        assertThat(queries).hasSize(3);
    }

    @Test
    void goesOnBehindAnEmptyPage() {
        s3.next("LIST photos", text(listing("", "<NextContinuationToken>t</NextContinuationToken>", true)));
        s3.always("LIST photos", text(listing(entries(List.of("z")), "", false)));

        assertThat(keys("")).containsExactly("z");
    }

    @Test
    void failsWhereNothingLeadsOn() {
        serve(query -> page(behind(null), last -> "<NextContinuationToken>t</NextContinuationToken>"));

        assertThatThrownBy(() -> keys(""))
                .isInstanceOf(RejectedException.class)
                .hasMessage("listing s3://photos: it begins anew instead of going on behind a!");
    }

    @Test
    void failsWhereThereIsMoreAndNothingToGoOnBehind() {
        s3.always("LIST photos", text(listing("", "", true)));

        assertThatThrownBy(() -> keys(""))
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("listing s3://photos: the listing says that there is more, but not where it goes on");
    }

    @Test
    void aBucketThatMayNotBeAskedForIsThereIfItListsPerhaps() {
        s3.always("HEAD photos", Answer.text(403, "")).always("LIST photos", text(listing("", "", false)));

        assertThat(store.bucketExists("photos")).isTrue();
        assertThat(keys("")).isEmpty();
    }

    private void serve(Server server) {
        s3.always("LIST photos", exchange -> {
            Map<String, String> query = query(exchange);
            queries.add(query);
            String page = server.apply(query);
            (page == null ? Answer.error(400, "InvalidArgument") : text(page)).give(exchange);
        });
    }

    private static String encoded(String page) {
        String encoded = page;
        for (String key : ALL) {
            encoded = encoded.replace("<Key>" + key + "<", "<Key>" + PercentEncoding.query(key) + "<");
        }
        return encoded.replace("<ListBucketResult>", "<ListBucketResult><EncodingType>url</EncodingType>");
    }

    private static Answer text(String body) {
        return Answer.text(200, body);
    }

    /** Two keys of those that are left, and a way to the others where there are some. */
    private static String page(List<String> left, Function<String, String> way) {
        List<String> some = left.subList(0, Math.min(2, left.size()));
        boolean hasMore = left.size() > 2;
        return listing(
                entries(some), hasMore ? way.apply(some.get(1)) : way.apply("").replaceAll("<Next.*", ""), hasMore);
    }

    private static String listing(String entries, String fields, boolean hasMore) {
        return "<ListBucketResult><IsTruncated>" + hasMore + "</IsTruncated>" + fields + entries
                + "</ListBucketResult>";
    }

    private static String entries(List<String> keys) {
        StringBuilder entries = new StringBuilder();
        keys.forEach(key -> entries.append("<Contents><Key>").append(key).append("</Key><Size>1</Size></Contents>"));
        return entries.toString();
    }

    private static List<String> behind(@Nullable String key) {
        return sorted().stream()
                .filter(each -> key == null || Keys.ORDER.compare(each, key) > 0)
                .toList();
    }

    private static List<String> sorted() {
        TreeSet<String> sorted = new TreeSet<>(Keys.ORDER);
        sorted.addAll(ALL);
        return List.copyOf(sorted);
    }

    private static Map<String, String> query(HttpExchange exchange) throws IOException {
        Map<String, String> query = new TreeMap<>();
        for (String pair : exchange.getRequestURI().getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return query;
    }

    private List<String> keys(String after) {
        List<String> keys = new ArrayList<>();
        StorePages.ascending(store, "photos", "", "s3://photos", after)
                .forEachRemaining(page -> page.stream().map(ObjectEntry::key).forEach(keys::add));
        return keys;
    }
}
