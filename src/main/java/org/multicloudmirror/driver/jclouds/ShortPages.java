package org.multicloudmirror.driver.jclouds;

import java.util.function.Supplier;
import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;

/** A Swift that lists fewer objects at a time than others, and refuses to be asked for more (412). */
final class ShortPages implements Quirk {

    /** Of Swift as it comes ({@code /info}: container_listing_limit). */
    private static final int MOST = 10_000;

    /** Asked for no number, it gives as many as it likes. */
    private static final int UNNAMED = 0;

    private static final int PRECONDITION_FAILED = 412;

    private final Learnt<Integer> learnt;

    ShortPages(QuirkMemory memory) {
        this.learnt = new Learnt<>(memory);
    }

    /**
     * The part of a query that limits a page.
     *
     * @param most that is wanted
     */
    String query(int most) {
        int limit = limit(most);
        return limit == UNNAMED ? "" : "&limit=" + limit;
    }

    private int limit(int most) {
        int least = Math.min(most, MOST);
        int known = learnt.of(Learnt.STORE).orElse(MOST);
        return known == UNNAMED && least > 1 ? UNNAMED : known == UNNAMED ? least : Math.min(least, known);
    }

    /**
     * Whether a page was refused for its length, so that another one is worth asking for.
     *
     * @param told the limit that the service tells of
     */
    boolean explains(int status, int most, Supplier<Integer> told) {
        int asked = limit(most);
        if (status != PRECONDITION_FAILED || asked <= 1) {
            return false;
        }
        int limit = told.get() < asked ? told.get() : UNNAMED;
        learnt.learn(
                Learnt.STORE,
                limit,
                "the store refuses pages of " + asked + " objects; it is asked for "
                        + (limit == UNNAMED ? "as many as it likes" : limit + " at a time"));
        return true;
    }
}
