package org.multicloudmirror.bench;

/**
 * What S3 asks for the requests of a run, in US dollars: its list prices for S3 Standard in us-east-1, which are
 * $0.005 for 1,000 PUT, COPY, POST or LIST requests and $0.0004 for 1,000 of all others (aws.amazon.com/s3/pricing, 2026).
 * Traffic and storage are not among them; Swift asks for none.
 */
final class Fees {

    private static final double WRITE = 0.005 / 1000;
    private static final double READ = 0.0004 / 1000;

    private Fees() {}

    /** A run that finds all equal. */
    static double unchanged(double pages) {
        return pages * WRITE;
    }

    /** A run that copies all from S3. */
    static double copiedFrom(double pages, double objects) {
        return unchanged(pages) + objects * READ;
    }

    /** A run that copies all to S3, where one page tells that there is nothing. */
    static double copiedTo(double objects) {
        return unchanged(1) + objects * WRITE;
    }
}
