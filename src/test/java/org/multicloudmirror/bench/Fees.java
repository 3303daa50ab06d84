package org.multicloudmirror.bench;

/**
 * What S3 asks for the requests of a run, in US dollars: its list prices for S3 Standard in us-east-1, which are
 * $0.005 for 1,000 PUT, COPY, POST or LIST requests and $0.0004 for 1,000 of all others (aws.amazon.com/s3/pricing, 2026).
 * Traffic and storage are not among them; Swift asks for none.
 */
final class Fees {

    private static final double WRITE = 0.005 / 1000;
    private static final double READ = 0.0004 / 1000;
    private static final double PAGE = 1000;

    private Fees() {}

    /** A run that finds so many objects equal. */
    static double unchanged(double objects) {
        return Math.ceil(objects / PAGE) * WRITE;
    }

    /** A run that copies so many objects from S3. */
    static double copiedFrom(double objects) {
        return unchanged(objects) + objects * READ;
    }

    /** A run that copies so many objects to S3, which had none. */
    static double copiedTo(double objects) {
        return WRITE + objects * WRITE;
    }
}
