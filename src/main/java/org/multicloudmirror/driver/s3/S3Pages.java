package org.multicloudmirror.driver.s3;

import java.io.IOException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.PageBytes;
import org.multicloudmirror.driver.RefusedListingException;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.driver.s3.PageTokens.Way;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;

/**
 * The pages of listings (S3 API reference, ListObjectsV2), also of services that lead on to the next one in a way of their
 * own. A listing fails only where none of them leads on.
 */
final class S3Pages {

    private static final int BAD_REQUEST = 400;

    /** The most that a page has (ListObjectsV2, API reference). */
    private static final int MOST = 1000;

    private final String store;
    private final S3Requests requests;
    private final S3Dialect dialect;
    private final PageTokens tokens;
    private final ListedKeys keys;

    S3Pages(String store, S3Requests requests, S3Dialect dialect, PageTokens tokens, ListedKeys keys) {
        this.store = store;
        this.requests = requests;
        this.dialect = dialect;
        this.tokens = tokens;
        this.keys = keys;
    }

    /**
     * The page at a place.
     *
     * @param most how many entries at most
     * @throws RejectedException when the service does not lead there
     */
    ListingPage page(String bucket, String prefix, S3Place place, int most) {
        Way first = tokens.way();
        Way way = first;
        S3Page page = asked(bucket, prefix, place, most, way);
        while (page == null || isAnew(page, place, way)) {
            if (way == Way.KEY) {
                throw standing(bucket, place, first == Way.KEY);
            }
            way = page != null && page.isFirstVersion() ? Way.KEY : way.next(place);
            page = asked(bucket, prefix, place, most, way);
        }
        if (way != first && isBehind(page, place)) {
            tokens.learn(way);
        }
        return new ListingPage(page.entries(), next(page, place, bucket));
    }

    /** The page that a way leads to; null when the service refuses to be asked so and another way is left. */
    private @Nullable S3Page asked(String bucket, String prefix, S3Place place, int most, Way way) {
        TreeMap<String, String> parameters = new TreeMap<>(way.query(place));
        parameters.put("list-type", "2");
        parameters.put("encoding-type", "url");
        if (most < MOST) {
            parameters.put("max-keys", String.valueOf(most));
        }
        if (!prefix.isEmpty()) {
            parameters.put("prefix", prefix);
        }
        String what = "listing " + store + "://" + bucket;
        try (HttpReply reply = requests.bucket("GET", bucket, parameters)) {
            if (reply.isSuccess()) {
                return page(reply, prefix);
            }
            if (reply.status() == BAD_REQUEST
                    && way != Way.KEY
                    && !place.token().isEmpty()
                    && !place.last().isEmpty()) {
                return null;
            }
            throw dialect.bucketError(reply, bucket, what);
        } catch (RefusedListingException e) {
            throw dialect.error(e.error(), what);
        } catch (IOException e) {
            throw RequestFailure.broken(what, e);
        }
    }

    private S3Page page(HttpReply reply, String prefix) throws IOException {
        try (PageBytes bytes = PageBytes.of(reply)) {
            S3Page page = S3Listing.read(bytes, prefix, keys);
            reply.drain();
            return page;
        }
    }

    /** Whether a page that is to go on begins where the page before did, or, it seems, where the listing does. */
    private static boolean isAnew(S3Page page, S3Place place, Way way) {
        if (place.isBeginning() || page.entries().isEmpty()) {
            return false;
        }
        boolean isSame = !place.first().isEmpty() && page.firstKey("").equals(place.first());
        return isSame || (page.isFirstVersion() && way != Way.KEY && !isBehind(page, place));
    }

    private static boolean isBehind(S3Page page, S3Place place) {
        return Keys.ORDER.compare(page.firstKey(""), place.last()) > 0;
    }

    /** What was learnt before may not hold any more: then it is learnt anew. */
    private StoreException standing(String bucket, S3Place place, boolean isRemembered) {
        String line = "listing " + store + "://" + bucket + ": it begins anew instead of going on behind "
                + Keys.printable(place.last());
        if (isRemembered) {
            tokens.unlearn();
            return new TransientStoreException(line);
        }
        return new RejectedException(line);
    }

    private @Nullable String next(S3Page page, S3Place place, String bucket) {
        if (!page.isTruncated()) {
            return null;
        }
        String last = page.lastKey(page.marker().isEmpty() ? place.last() : page.marker());
        if (page.token().isEmpty() && last.equals(place.last())) {
            throw new TransientStoreException("listing " + store + "://" + bucket
                    + ": the listing says that there is more, but not where it goes on");
        }
        if (page.token().isEmpty() && page.isFirstVersion()) {
            tokens.learn(Way.KEY);
        }
        // a key, as some services have for a token, and encoded like all of them
        boolean isKey = page.isEncoded() && FormDecoding.decoded(page.token()).equals(last);
        return new S3Place(isKey ? last : page.token(), page.firstKey(place.first()), last).text();
    }
}
