package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.multicloudmirror.driver.NewBucket;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.Md5;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes buckets (S3 API reference, "CreateBucket"). */
final class S3Buckets {

    /** The one region that has no name here: a bucket without a constraint is made in it. */
    private static final String NO_CONSTRAINT = "us-east-1";

    /**
     * What services answer that know no regions, or other ones: AWS's own codes, and the word of those that cannot read
     * the body at all.
     */
    private static final Set<String> REFUSED_CONSTRAINT =
            Set.of("InvalidLocationConstraint", "IllegalLocationConstraintException", "MalformedXML", "InvalidRegion");

    private static final SortedMap<String, String> NO_PARAMETERS = Collections.emptySortedMap();
    private static final int CONFLICT = 409;
    private static final Logger LOG = LoggerFactory.getLogger(S3Buckets.class);

    private final String store;
    private final S3Requests requests;
    private final S3Dialect dialect;

    S3Buckets(String store, S3Requests requests, S3Dialect dialect) {
        this.store = store;
        this.requests = requests;
        this.dialect = dialect;
    }

    /** Makes a bucket in the store's region; one that is there already and is ours is fine. */
    void create(String bucket) {
        String region = requests.region(bucket);
        if (region.equals(NO_CONSTRAINT)) {
            create(bucket, "");
            return;
        }
        try {
            create(bucket, region);
        } catch (ConstraintRefusedException refused) {
            LOG.debug("{}://{} is made without a region: {}", store, bucket, refused.getMessage());
            try {
                create(bucket, "");
            } catch (StoreException e) {
                refused.addSuppressed(e);
                throw refused;
            }
        }
    }

    private void create(String bucket, String region) {
        byte[] text = region.isEmpty() ? new byte[0] : constraint(region).getBytes(UTF_8);
        Map<String, String> headers = region.isEmpty()
                ? Map.of()
                : Map.of("Content-MD5", Md5.of(text).md5Base64(), "Content-Type", "application/xml");
        HttpBody body = new HttpBody(new ByteArrayInputStream(text), text.length);
        try (HttpReply reply = requests.make(bucket, headers, body)) {
            AnswerFields answer = AnswerFields.of(reply.errorText());
            if (!reply.isSuccess() || answer.isError()) {
                refused(reply, answer.text("Code"), bucket, !region.isEmpty());
            }
            reply.drain();
        } catch (IOException e) {
            throw new TransientStoreException(what(bucket) + ": " + e.getMessage(), e);
        }
    }

    private static String constraint(String region) {
        String escaped = region.replace("&", "&amp;").replace("<", "&lt;");
        return "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><LocationConstraint>"
                + escaped + "</LocationConstraint></CreateBucketConfiguration>";
    }

    private void refused(HttpReply reply, String code, String bucket, boolean isConstrained) {
        StoreException error = dialect.error(reply, what(bucket));
        if (isConstrained && REFUSED_CONSTRAINT.contains(code)) {
            throw new ConstraintRefusedException(String.valueOf(error.getMessage()));
        }
        if (error.isTransient()) {
            throw error;
        }
        if (reply.status() == CONFLICT) {
            ours(bucket);
            return;
        }
        throw NewBucket.refusal(error);
    }

    /** Services differ in which conflict they name: what tells whose the bucket is, is whether it can be seen. */
    private void ours(String bucket) {
        try (HttpReply reply = requests.bucket("HEAD", bucket, NO_PARAMETERS)) {
            if (!reply.isSuccess()) {
                throw new RejectedException(what(bucket) + ": the name is taken by somebody else; choose another one");
            }
        }
    }

    private String what(String bucket) {
        return "cannot create the bucket " + store + "://" + bucket;
    }

    private static final class ConstraintRefusedException extends StoreException {

        private static final long serialVersionUID = 1L;

        ConstraintRefusedException(String message) {
            super(message);
        }
    }
}
