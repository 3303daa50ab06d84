package org.multicloudmirror.driver.jclouds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import org.multicloudmirror.storage.PartLimits;

/**
 * What a Swift tells of itself at {@code /info} (Object Storage API, "Discoverability").
 *
 * @param parts of large objects
 * @param page the most entries of a listing
 * @param deletions the most objects of a bulk deletion
 * @param names the longest name of an object's metadata, in bytes
 * @param values the longest value of it, in bytes
 * @param items how many there may be
 * @param total all of them, in bytes
 */
record SwiftFacts(PartLimits parts, int page, int deletions, int names, int values, int items, int total) {

    private static final Set<String> PARTS = Set.of("swift", "slo", "bulk_delete");

    /** Where nothing is told: what Swift is like as it comes. */
    static final SwiftFacts DEFAULTS = new Answer(1000).facts();

    /**
     * The facts of an answer; for what it does not tell, Swift's defaults.
     *
     * @throws IOException when it is not what {@code /info} answers
     */
    static SwiftFacts read(JsonParser json) throws IOException {
        // without that part of Swift nothing is put together
        Answer answer = new Answer(1);
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("no JSON object");
        }
        boolean isSwift = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String part = json.currentName();
            isSwift |= part.equals("swift");
            answer.segments = part.equals("slo") ? Math.max(answer.segments, 1000) : answer.segments;
            // others have limits of the same names: s3api's min_segment_size is for its own uploads
            if (json.nextToken() == JsonToken.START_OBJECT && PARTS.contains(part)) {
                answer.read(json);
            } else {
                json.skipChildren();
            }
        }
        if (!isSwift || json.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("it tells nothing of Swift, or broke off");
        }
        return answer.facts();
    }

    private static final class Answer {

        private long file = 5L << 30;
        private long leastSegment = 1;
        private int segments;
        private int page = 10_000;
        private int deletions = 10_000;
        private int names = 128;
        private int values = 256;
        private int items = 90;
        private int total = 4096;

        private Answer(int segments) {
            this.segments = segments;
        }

        private void read(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                    json.skipChildren();
                    continue;
                }
                long told = json.getLongValue();
                int count = (int) Math.min(told, Integer.MAX_VALUE);
                // 0 and less is how an installation writes that it has no limit, or none of these
                if (told > 0) {
                    take(name, told, count);
                }
            }
        }

        private void take(String name, long told, int count) {
            switch (name) {
                case "max_file_size" -> file = told;
                case "min_segment_size" -> leastSegment = told;
                case "max_manifest_segments" -> segments = count;
                case "container_listing_limit" -> page = count;
                case "max_deletes_per_request" -> deletions = count;
                case "max_meta_name_length" -> names = count;
                case "max_meta_value_length" -> values = count;
                case "max_meta_count" -> items = count;
                case "max_meta_overall_size" -> total = count;
                default -> {
                    // of no use here
                }
            }
        }

        private SwiftFacts facts() {
            PartLimits parts = new PartLimits(file, leastSegment, file, segments);
            return new SwiftFacts(parts, page, deletions, names, values, items, total);
        }
    }
}
