package org.multicloudmirror.driver.s3;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.PartGuess;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLayout.Basis;
import org.multicloudmirror.storage.SourceChangedException;

/** The parts of a multipart object, asked for one by one (S3 API reference, HeadObject, {@code partNumber}). */
final class S3Layouts {

    private static final Pattern MULTIPART = Pattern.compile("[0-9a-f]{32}-([1-9]\\d{0,4})");

    private static final int PRECONDITION_FAILED = 412;
    private static final Set<Integer> UNKNOWN = Set.of(400, 405, 416, 501);

    /** One part as its HEAD tells it; a size below 0 where the service does not know of parts. */
    private record Told(long size, int count, boolean isEncrypted) {

        /** Some services give one part's size, and leave the number to the tag. */
        boolean isOf(int parts, long whole) {
            return count == parts || (count == 0 && size > 0 && size < whole);
        }
    }

    private static final Told UNTOLD = new Told(-1, 0, false);

    private final S3Requests requests;
    private final S3Dialect dialect;
    private final UntoldParts untold;

    S3Layouts(S3Requests requests, S3Dialect dialect, UntoldParts untold) {
        this.requests = requests;
        this.dialect = dialect;
        this.untold = untold;
    }

    List<PartLayout> of(String bucket, String key, ObjectInfo info, String where) {
        Matcher multipart = MULTIPART.matcher(info.etag().value());
        if (!multipart.matches() || info.length().orElse(0) == 0) {
            return List.of();
        }
        int count = Integer.parseInt(multipart.group(1));
        Told first = untold.isShown() ? UNTOLD : head(bucket, key, 1, info.etag(), where);
        if (!first.isOf(count, info.size())) {
            if (count > 1 && first.count() == 0 && first.size() == info.size()) {
                untold.learn();
            }
            return PartGuess.of(info.size(), count);
        }
        List<Long> sizes = new ArrayList<>(List.of(first.size()));
        Basis basis = Basis.TOLD;
        if (count > 1) {
            long told = head(bucket, key, count, info.etag(), where).size();
            // there is no range of an empty one to be told
            long last = told < 0 && first.size() * (count - 1) == info.size() ? 0 : told;
            if (count > 2 && first.size() * (count - 1) + last == info.size()) {
                sizes = new ArrayList<>(Collections.nCopies(count - 1, first.size()));
                // all but certain: parts of several sizes may make the same sum
                basis = Basis.GUESSED;
            } else {
                for (int number = 2; number < count; number++) {
                    sizes.add(head(bucket, key, number, info.etag(), where).size());
                }
            }
            sizes.add(last);
        }
        boolean isWhole = sizes.stream().mapToLong(Long::longValue).sum() == info.size();
        // the tags of encrypted parts are not their MD5s
        basis = first.isEncrypted() ? Basis.TOLD_WITHOUT_PROOF : basis;
        return isWhole ? List.of(PartLayout.ofSizes(sizes, basis, AssembledTag.MULTIPART)) : List.of();
    }

    private Told head(String bucket, String key, int number, ETag version, String where) {
        TreeMap<String, String> parameters = new TreeMap<>(Map.of("partNumber", Integer.toString(number)));
        Map<String, String> condition = Map.of("If-Match", '"' + version.value() + '"');
        try (HttpReply reply = requests.object("HEAD", bucket, key, parameters, condition, null)) {
            if (reply.status() == PRECONDITION_FAILED) {
                return checked(bucket, key, version, where);
            }
            if (reply.isSuccess()) {
                int count = reply.header("x-amz-mp-parts-count")
                        .filter(text -> text.matches("\\d{1,5}"))
                        .map(Integer::parseInt)
                        .orElse(0);
                boolean isEncrypted = S3Headers.isEncrypted(reply);
                OptionalLong size = reply.contentLength();
                return size.isPresent() ? new Told(size.getAsLong(), count, isEncrypted) : UNTOLD;
            }
            if (reply.status() / 100 == 5 && reply.status() != 501) {
                throw dialect.error(reply, where);
            }
            // a service that knows parts as uploads only
            if (number == 1 && UNKNOWN.contains(reply.status())) {
                untold.learn();
            }
            return UNTOLD;
        }
    }

    /** Where the object is the same all the same, the part's tag was compared with it. */
    private Told checked(String bucket, String key, ETag version, String where) {
        try (HttpReply reply = requests.object("HEAD", bucket, key, Map.of(), null)) {
            if (!reply.isSuccess()) {
                throw dialect.error(reply, where);
            }
            if (!S3Headers.etag(reply).value().equals(version.value())) {
                throw new SourceChangedException(where);
            }
            untold.learn();
            return UNTOLD;
        }
    }
}
