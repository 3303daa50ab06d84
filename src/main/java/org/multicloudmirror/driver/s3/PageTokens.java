package org.multicloudmirror.driver.s3;

import java.util.Map;
import java.util.TreeMap;
import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;

/**
 * How a service is asked for the next page. Most take the token that they gave. Some write it percent-encoded, as they do
 * keys; and those that know the first version of the request only (ListObjects) have no tokens and no
 * {@code start-after}: they go on behind a marker.
 */
final class PageTokens implements Quirk {

    /** The ways to go on, each tried when the one before did not lead on. */
    enum Way {
        /** The token as it was given. */
        TOKEN,
        /** The token, decoded. */
        DECODED,
        /** The last key, by either version's name for it. */
        KEY;

        /** The query that leads to a place. */
        Map<String, String> query(S3Place place) {
            Map<String, String> query = new TreeMap<>();
            if (place.isBeginning()) {
                return query;
            }
            switch (this) {
                case TOKEN, DECODED -> {
                    if (place.token().isEmpty()) {
                        query.put("start-after", place.last());
                    } else {
                        String token = place.token();
                        query.put("continuation-token", this == TOKEN ? token : FormDecoding.decoded(token));
                    }
                }
                case KEY -> {
                    query.put("start-after", place.last());
                    query.put("marker", place.last());
                }
            }
            return query;
        }

        /** The next way that asks for something else. */
        Way next(S3Place place) {
            boolean isEncoded =
                    this == TOKEN && !FormDecoding.decoded(place.token()).equals(place.token());
            return isEncoded ? DECODED : KEY;
        }
    }

    private final Learnt<Way> ways;

    PageTokens(QuirkMemory memory) {
        this.ways = new Learnt<>(memory);
    }

    Way way() {
        return ways.of(Learnt.STORE).orElse(Way.TOKEN);
    }

    /** The way that was learnt leads on no more. */
    void unlearn() {
        ways.unlearn(Learnt.STORE);
    }

    /** A way has led on where those before it did not. */
    void learn(Way way) {
        String told = way == Way.DECODED
                ? "the store writes the tokens of its listings encoded; they are sent back decoded"
                : "the store does not go on by the tokens of its listings; they go on behind the last key";
        ways.learn(Learnt.STORE, way, told);
    }
}
