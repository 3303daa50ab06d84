package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.multicloudmirror.storage.Keys;

/** What a fake S3 service holds, and the right answers to what may be asked of it. */
final class FakeBuckets {

    private final Map<String, SortedMap<String, byte[]>> buckets = new ConcurrentHashMap<>();

    /** The objects of a bucket, which is made if need be. */
    SortedMap<String, byte[]> bucket(String bucket) {
        return buckets.computeIfAbsent(bucket, name -> new ConcurrentSkipListMap<>(Keys.ORDER));
    }

    void answer(HttpExchange exchange, String bucket, String key) throws IOException {
        String what = exchange.getRequestMethod() + (key.isEmpty() ? " bucket" : " object");
        SortedMap<String, byte[]> objects = buckets.get(bucket);
        if (what.equals("PUT bucket")) {
            bucket(bucket);
            Answer.text(200, "").give(exchange);
            return;
        }
        if (objects == null) {
            Answer.error(404, "NoSuchBucket").give(exchange);
            return;
        }
        switch (what) {
            case "HEAD bucket" -> Answer.text(200, "").give(exchange);
            case "GET bucket" ->
                Answer.text(200, FakeListing.page(listed(exchange, objects), ""))
                        .give(exchange);
            case "HEAD object", "GET object" -> read(exchange, objects.get(key));
            case "PUT object" -> {
                if (exchange.getRequestHeaders().containsKey("x-amz-copy-source")) {
                    Answer.error(501, "NotImplemented").give(exchange);
                } else {
                    write(exchange, objects, key);
                }
            }
            default -> Answer.error(501, "NotImplemented").give(exchange);
        }
    }

    /** Those that begin with the prefix that is asked for. */
    private static SortedMap<String, byte[]> listed(HttpExchange exchange, SortedMap<String, byte[]> objects) {
        String prefix = Stream.of(
                        String.valueOf(exchange.getRequestURI().getRawQuery()).split("&"))
                .filter(parameter -> parameter.startsWith("prefix="))
                .map(parameter -> URLDecoder.decode(parameter.substring("prefix=".length()), UTF_8))
                .findFirst()
                .orElse("");
        return objects.subMap(prefix, prefix + Character.MAX_VALUE);
    }

    private static void read(HttpExchange exchange, byte[] content) throws IOException {
        if (content == null) {
            Answer.error(404, "NoSuchKey").give(exchange);
            return;
        }
        exchange.getResponseHeaders().set("ETag", '"' + md5(content) + '"');
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private static void write(HttpExchange exchange, Map<String, byte[]> objects, String key) throws IOException {
        byte[] content = exchange.getRequestBody().readAllBytes();
        long announced = Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
        if (content.length < announced) {
            Answer.error(400, "IncompleteBody").give(exchange);
            return;
        }
        objects.put(key, content);
        exchange.getResponseHeaders().set("ETag", '"' + md5(content) + '"');
        exchange.sendResponseHeaders(200, -1);
    }

    static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
