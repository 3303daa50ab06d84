package org.multicloudmirror.driver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Recorded;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.ScriptedCloud;
import org.multicloudmirror.cloud.Service;
import org.multicloudmirror.it.contract.OpenStore;

/** What is told as deleted is deleted, whatever a service answers to a request for several. */
class BulkDeletionOverHttpTest {

    private static final List<String> KEYS = List.of("a", "a/b", "a&#47;b", " lead", "d&e", "ä");

    private final ScriptedCloud cloud = ScriptedCloud.start();

    @AfterEach
    void close() {
        cloud.close();
    }

    @ParameterizedTest
    @EnumSource
    void asksOnceForWhatARequestCanName(Protocol protocol) {
        deleteAll(protocol);

        long singles = protocol == Protocol.S3 ? 1 : 0;
        assertThat(methods()).filteredOn("POST"::equals).hasSize(1);
        assertThat(methods()).filteredOn("DELETE"::equals).hasSize((int) singles);
    }

    /** The service says what it did of another key, or of some number of keys, or something else altogether. */
    @ParameterizedTest
    @EnumSource
    void deletesSinglyWhatIsNotNamed(Protocol protocol) {
        for (String answer : List.of(
                "",
                "<html><body>welcome</body></html>",
                "{\"Number Deleted\": 1, \"Number Not Found\": 0, \"Errors\": [], \"Response Status\": \"200 OK\"}",
                "{\"Number Deleted\": 0, \"Number Not Found\": 6, \"Errors\": [], \"Response Status\": \"400 Bad Request\"}",
                "<DeleteResult/>",
                "<DeleteResult><Deleted><Key>other</Key></Deleted></DeleteResult>",
                "<DeleteResult><Deleted><Key>A</Key></Deleted>")) {
            deleteAll(protocol, bulk(Reply.of(200).withText(answer)));
        }
        deleteAll(protocol, bulk(Reply.of(204)));
    }

    @ParameterizedTest
    @EnumSource
    void deletesSinglyWhereTheRequestIsRefusedAsOne(Protocol protocol) {
        for (int status : List.of(400, 404, 405, 501)) {
            deleteAll(protocol, bulk(Reply.of(status)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletesSinglyWhatABrokenAnswerLeavesOpen(Protocol protocol) {
        deleteAll(
                protocol,
                bulk(Reply.raw(out ->
                        out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<DeleteResult>".getBytes(UTF_8)))));
    }

    /** An emulator without references by number takes each key as it is written. */
    @Test
    void sendsNoReferencesByNumber() {
        Quirk simple = new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) throws IOException {
                if (!isBulk(call)) {
                    return Optional.empty();
                }
                StringBuilder deleted = new StringBuilder("<DeleteResult>");
                Matcher keys = Pattern.compile("<Key>(.*?)</Key>").matcher(call.text());
                while (keys.find()) {
                    String key = keys.group(1).replace("&lt;", "<").replace("&amp;", "&");
                    call.service().remove(call.bucket(), key);
                    deleted.append("<Deleted><Key>").append(keys.group(1)).append("</Key></Deleted>");
                }
                return Optional.of(Reply.xml(200, deleted + "</DeleteResult>"));
            }
        };
        deleteAll(Protocol.S3, simple);
        assertThat(methods()).filteredOn("DELETE"::equals).hasSize(1);
    }

    private void deleteAll(Protocol protocol, Quirk... quirks) {
        Service service = cloud.service(protocol);
        KEYS.forEach(key -> service.put("b", key, "x"));
        service.put("b", "other", "x");
        List.of(quirks).forEach(cloud::switchOn);
        try (OpenStore open = new OpenStore(protocol == Protocol.S3 ? cloud.s3Store() : cloud.swiftStore())) {
            assertThat(open.store().delete("b", KEYS)).isEmpty();
        }
        List.of(quirks).forEach(cloud::switchOff);
        assertThat(service.keys("b")).containsExactly("other");
    }

    private List<String> methods() {
        return cloud.requests().list().stream().map(Recorded::method).toList();
    }

    /** An answer in place of the right one, and without its effect. */
    private static Quirk bulk(Reply answer) {
        return new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) {
                return isBulk(call) ? Optional.of(answer) : Optional.empty();
            }
        };
    }

    private static boolean isBulk(Call call) {
        return call.asks("delete") || call.asks("bulk-delete");
    }
}
