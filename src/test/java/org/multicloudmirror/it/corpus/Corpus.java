package org.multicloudmirror.it.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.multicloudmirror.it.contract.AwkwardKeys;

/** Objects that mirrors are known to lose, skip or change: by their keys, their headers, their metadata. */
final class Corpus {

    private Corpus() {}

    /** What both services hold. */
    static List<CorpusObject> everywhere() {
        List<CorpusObject> all = new ArrayList<>();
        AwkwardKeys.all().forEach(key -> all.add(CorpusObject.ofKey(key)));
        Stream.of(
                        "conflict",
                        "conflict/child",
                        "marker with content/",
                        "%d %s %n",
                        "trailing dot.",
                        "\ufeffbom first",
                        "\u05d0 right to left \u200f",
                        "CON",
                        "a\u00a0b\u3000c",
                        "-rf")
                .forEach(key -> all.add(CorpusObject.ofKey(key)));
        all.add(new CorpusObject("marker without content/", "", Map.of(), Map.of()));
        all.add(new CorpusObject("empty", "", Map.of(), Map.of()));
        all.addAll(headers());
        all.addAll(metadata());
        return all;
    }

    private static List<CorpusObject> headers() {
        String type = "content-type";
        String disposition = "content-disposition";
        return List.of(
                CorpusObject.ofHeader("type/charset", type, "text/html; charset=ISO-8859-1"),
                CorpusObject.ofHeader("type/quoted", type, "text/plain; charset=\"utf-8\""),
                CorpusObject.ofHeader("type/upper", type, "TEXT/HTML;CHARSET=UTF-8"),
                CorpusObject.ofHeader("type/parameters", type, "multipart/mixed; boundary=\"a b\"; x=1"),
                CorpusObject.ofHeader("type/folder", type, "application/directory"),
                CorpusObject.ofHeader("type/none.jpg", type, "application/octet-stream"),
                CorpusObject.ofHeader("cache/list", "cache-control", "max-age=3600, public, no-transform"),
                CorpusObject.ofHeader("cache/odd", "cache-control", "no-cache=\"a, b\""),
                CorpusObject.ofHeader("disposition/plain", disposition, "attachment; filename=\"a b.txt\""),
                CorpusObject.ofHeader(
                        "disposition/star",
                        disposition,
                        "attachment; filename=\"e.txt\"; filename*=UTF-8''%e2%82%ac.txt"),
                CorpusObject.ofHeader("encoding/gzip", "content-encoding", "gzip"),
                CorpusObject.ofHeader("encoding/odd", "content-encoding", "x-own"),
                CorpusObject.ofHeader("language/one", "content-language", "de"),
                CorpusObject.ofHeader("language/list", "content-language", "de, en;q=0.5"),
                CorpusObject.ofHeader("expires/date", "expires", "Thu, 01 Dec 2044 16:00:00 GMT"),
                CorpusObject.ofHeader("expires/past", "expires", "Thu, 01 Dec 1994 16:00:00 GMT"),
                CorpusObject.ofHeader("expires/none", "expires", "0"),
                new CorpusObject(
                        "headers/all",
                        "all",
                        Map.of(
                                type,
                                "Text/Plain",
                                "cache-control",
                                "no-store",
                                disposition,
                                "inline",
                                "content-encoding",
                                "gzip",
                                "content-language",
                                "fr",
                                "expires",
                                "-1"),
                        Map.of("with", "metadata")));
    }

    private static List<CorpusObject> metadata() {
        return List.of(
                CorpusObject.ofUser("user/plain", Map.of("owner", "me")),
                CorpusObject.ofUser("user/several-words", Map.of("several-words-in-it", "x", "two", "y")),
                CorpusObject.ofUser("user/dots", Map.of("a.b", "dot", "a-b", "dash")),
                CorpusObject.ofUser("user/tokens", Map.of("a!b#c$d", "1", "a'b*c+d", "2", "a^b`c|d~e", "3")),
                CorpusObject.ofUser("user/empty", Map.of("nothing", "", "something", "x")),
                CorpusObject.ofUser("user/spaces", Map.of("inner", "two  spaces   and three")),
                CorpusObject.ofUser("user/percent", Map.of("p", "%41%2F%zz%", "plus", "a+b")),
                CorpusObject.ofUser(
                        "user/signs", Map.of("s", "a=b; \"c\", d: <e> \\ ${sys.user.home} {{mirror.process}}")),
                CorpusObject.ofUser("user/rfc2047-q", Map.of("r", "=?UTF-8?Q?Z=C3=BCrich?=")),
                CorpusObject.ofUser("user/rfc2047-b", Map.of("r", "=?UTF-8?B?WsO8cmljaA==?=")),
                CorpusObject.ofUser("user/rfc2047-latin", Map.of("r", "=?iso-8859-1?q?=FC?=")),
                CorpusObject.ofUser("user/rfc2047-amid", Map.of("r", "before =?UTF-8?B?w7w=?= behind")),
                CorpusObject.ofUser("user/rfc2047-broken", Map.of("r", "=?UTF-8?B?w7w")),
                CorpusObject.ofUser("user/quarter-kilobyte", Map.of("v", "x".repeat(256))),
                CorpusObject.ofUser("user/long-name", Map.of("n".repeat(128), "v")),
                CorpusObject.ofUser("user/two-kilobytes", numbered(8, 240)),
                CorpusObject.ofUser("user/sixty", numbered(60, 8)),
                CorpusObject.ofUser("user/looks-like-ours", Map.of("mirror-metadata-1", "x", "mirror-tags", "y")));
    }

    /** What only S3 holds as it is. */
    static List<CorpusObject> ofS3() {
        return List.of(
                CorpusObject.ofUser("s3/underscore", Map.of("a_b", "under", "a-b", "dash", "a.b", "dot")),
                CorpusObject.ofUser("s3/underscores", Map.of("_", "1", "__", "2", "_a_", "3")),
                CorpusObject.ofUser("s3/word", Map.of("r", "=?UTF-8?B?w7w=?=")),
                CorpusObject.ofUser("s3/words", Map.of("r", "=?UTF-8?B?5p2x5Lqs?=")));
    }

    /** What only Swift holds as it is. */
    static List<CorpusObject> ofSwift() {
        return List.of(
                CorpusObject.ofUser(
                        "swift/unicode", Map.of("city", "Z\u00fcrich \u6771\u4eac \ud83c\udf0a", "nfd", "e\u0301")),
                CorpusObject.ofUser("swift/long-unicode", Map.of("city", "\u00e4".repeat(128))),
                CorpusObject.ofUser("swift/ninety", numbered(90, 6)),
                CorpusObject.ofUser("swift/four-kilobytes", numbered(15, 250)),
                CorpusObject.ofHeader("swift/disposition", "content-disposition", "inline; filename=\"Z\u00fcrich\""),
                CorpusObject.ofHeader("swift/language", "content-language", "d\u00e9"),
                CorpusObject.ofHeader("swift/delete-at", "x-delete-at", "4102444800"),
                CorpusObject.ofUser("swift/noise", noise()));
    }

    /** So many items of such a length. */
    static Map<String, String> numbered(int items, int length) {
        Map<String, String> user = new TreeMap<>();
        for (int i = 0; i < items; i++) {
            user.put(
                    "item-" + i,
                    ("value " + i + " ").repeat(length).substring(0, length).strip());
        }
        return user;
    }

    /** 3 KB that no packing makes small enough for S3. */
    private static Map<String, String> noise() {
        Random random = new Random(7);
        Map<String, String> user = new TreeMap<>();
        for (int i = 0; i < 13; i++) {
            StringBuilder value = new StringBuilder();
            while (value.length() < 240) {
                value.append((char) ('!' + random.nextInt(94)));
            }
            user.put("noise-" + i, value.toString());
        }
        return user;
    }
}
