package org.multicloudmirror.bench.server;

/** How the keys of a generated bucket look; all are ASCII, and in order by their number. */
enum KeyShape {
    /** All on one level. */
    FLAT {
        @Override
        String key(long number) {
            return number("object-", number, 10) + ".bin";
        }
    },
    /** In folders of 1,000, forty of them in a folder. */
    NESTED {
        @Override
        String key(long number) {
            return number("year-", number / 40_000, 5)
                    + number("/week-", number / 1000 % 40, 2)
                    + number("/object-", number % 1000, 7)
                    + ".bin";
        }
    };

    abstract String key(long number);

    /** The number of the first key, out of so many, that is not before another. */
    long ceiling(String key, long count) {
        long low = 0;
        long high = count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (key(middle).compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** By hand: String.format costs more than the rest of a listing's entry. */
    private static String number(String prefix, long number, int digits) {
        char[] text = new char[prefix.length() + digits];
        prefix.getChars(0, prefix.length(), text, 0);
        long rest = number;
        for (int i = text.length - 1; i >= prefix.length(); i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(text);
    }
}
