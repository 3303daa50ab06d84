package org.multicloudmirror.mirror.options;

/** The most objects that one run may delete, as {@code --max-delete} has it. */
public sealed interface DeleteLimit {

    /** The most, when the destination holds so many objects. */
    long most(long held);

    /** A number of objects. */
    record Count(long number) implements DeleteLimit {
        @Override
        public long most(long held) {
            return number;
        }

        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /** A share of what the destination holds, rounded down. */
    record Percent(int percent) implements DeleteLimit {
        @Override
        public long most(long held) {
            return held / 100 * percent + held % 100 * percent / 100;
        }

        @Override
        public String toString() {
            return percent + "%";
        }
    }

    /** No limit. */
    record None() implements DeleteLimit {
        @Override
        public long most(long held) {
            return Long.MAX_VALUE;
        }

        @Override
        public String toString() {
            return "-1";
        }
    }

    /**
     * Reads a number, a percentage or {@code -1}.
     *
     * @throws NumberFormatException when it is none of them
     */
    static DeleteLimit parse(String text) {
        if (text.equals("-1")) {
            return new None();
        }
        return text.endsWith("%")
                ? new Percent(Integer.parseInt(text.substring(0, text.length() - 1)))
                : new Count(Long.parseLong(text));
    }
}
