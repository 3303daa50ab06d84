package org.multicloudmirror.driver.s3;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.storage.PartLimits;

/**
 * A service that takes other parts than Amazon's: all of one size (R2), no more than 1,000 (Scaleway, Swift's S3 API), larger
 * ones. Most of it turns out when all bytes are there, so it is believed for long.
 */
final class PartRules implements Quirk {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MANY = Integer.MAX_VALUE;

    /** What services take that take less than 10,000. */
    private static final int USUAL_MOST = 1000;

    private static final int LEAST_COUNT = 2;
    private static final long MIB = 1 << 20;
    private static final List<Long> USUAL_LEAST = List.of(5L, 8L, 16L, 32L, 64L, 128L, 256L);

    private static final Pattern MOST = Pattern.compile(
            "(?i)(?:between 1 and|exceeds?|than|most|maximum(?: of| is)?|limit(?: of| is)?|up to)\\D{0,20}(\\d{1,2},\\d{3}|\\d{1,5})\\b");
    private static final Pattern LEAST =
            Pattern.compile("<MinSizeAllowed>(\\d{1,12})</MinSizeAllowed>|(?i)at least (\\d{4,12})");
    private static final Pattern EQUAL = Pattern.compile("(?i)same (?:length|size)|equal(?:ly)?[ -](?:length|sized?)");

    private static final Set<String> COUNT_CODES = Set.of(
            "InvalidArgument", "InvalidPartNumber", "InvalidRequest", "TooManyParts", "InvalidPart", "EntityTooLarge");

    private record Rules(long least, int most, boolean areEqual) {

        static final Rules NONE = new Rules(1, MANY, false);

        /** Whether it takes parts of these sizes. */
        boolean allow(List<Long> sizes) {
            return sizes.size() <= most
                    && sizes.stream().limit(sizes.size() - 1L).allMatch(size -> size >= least)
                    && (!areEqual || isUniform(sizes));
        }
    }

    private final Learnt<Rules> learnt;

    PartRules(QuirkMemory memory) {
        this.learnt = new Learnt<>(memory.keeping(DAY));
    }

    @Override
    public PartLimits narrow(PartLimits limits, String bucket) {
        return learnt.of(Learnt.STORE)
                .map(rules -> limits.within(rules.least(), rules.most(), rules.areEqual()))
                .orElse(limits);
    }

    /**
     * Whether a part was refused for its number, so that there must be fewer.
     *
     * @param text of the answer
     */
    boolean refusesNumber(int number, String text) {
        Rules rules = rules();
        if (number > rules.most()) {
            return true;
        }
        int most = COUNT_CODES.contains(code(text)) ? most(number, text) : MANY;
        if (most >= number) {
            return false;
        }
        learn(new Rules(rules.least(), most, rules.areEqual()));
        return true;
    }

    /**
     * Whether an upload was refused for the sizes or the number of its parts, so that it is worth another one.
     *
     * @param sizes of all parts, in their order, in bytes
     * @param text of the answer
     */
    boolean refusesSizes(List<Long> sizes, String text) {
        String code = code(text);
        Rules rules = rules();
        if (code.isEmpty()) {
            return false;
        }
        if (!rules.allow(sizes)) {
            return true;
        }
        if (rules.areEqual() && code.equals("InvalidPart")) {
            // they were of one size, and that was not what it is about
            learn(new Rules(rules.least(), rules.most(), false));
            return false;
        }
        Rules found = rules;
        if (code.equals("EntityTooSmall")) {
            found = new Rules(Math.max(rules.least(), least(sizes, text)), rules.most(), rules.areEqual());
        } else if (!isUniform(sizes)
                && (code.equals("InvalidPart") || EQUAL.matcher(text).find())) {
            found = new Rules(rules.least(), rules.most(), true);
        } else if (COUNT_CODES.contains(code)) {
            found = new Rules(rules.least(), Math.min(rules.most(), most(sizes.size(), text)), rules.areEqual());
        }
        if (found.allow(sizes)) {
            return false;
        }
        learn(found);
        return true;
    }

    private Rules rules() {
        return learnt.of(Learnt.STORE).orElse(Rules.NONE);
    }

    private void learn(Rules rules) {
        String told = "the store takes other parts than usual:"
                + (rules.areEqual() ? " all of one size;" : "")
                + (rules.most() == MANY ? "" : " at most " + rules.most() + " parts;")
                + (rules.least() == 1 ? "" : " at least " + rules.least() + " bytes each;");
        learnt.learn(Learnt.STORE, rules, told.replaceFirst(";$", ""));
    }

    /** The most parts that a refusal of so many speaks of. */
    private static int most(int count, String text) {
        Matcher told = MOST.matcher(text);
        while (told.find()) {
            int most = Integer.parseInt(told.group(1).replace(",", ""));
            if (most >= LEAST_COUNT && most < count) {
                return most;
            }
        }
        return count > USUAL_MOST ? USUAL_MOST : MANY;
    }

    private static long least(List<Long> sizes, String text) {
        Matcher told = LEAST.matcher(text);
        if (told.find()) {
            return Long.parseLong(told.group(1) == null ? told.group(2) : told.group(1));
        }
        OptionalLong smallest = sizes.stream()
                .limit(sizes.size() - 1L)
                .mapToLong(Long::longValue)
                .min();
        return USUAL_LEAST.stream()
                .map(mib -> mib * MIB)
                .filter(usual -> usual > smallest.orElse(Long.MAX_VALUE))
                .findFirst()
                .orElse(1L);
    }

    /** Whether all have one size but the last, which has no more. */
    private static boolean isUniform(List<Long> sizes) {
        long first = sizes.get(0);
        return sizes.stream().limit(sizes.size() - 1L).allMatch(size -> size == first)
                && sizes.get(sizes.size() - 1) <= first;
    }

    private static String code(String text) {
        return AnswerFields.of(text).text("Code");
    }
}
