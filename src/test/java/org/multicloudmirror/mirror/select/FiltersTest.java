package org.multicloudmirror.mirror.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {

    /** A glob, the keys that it matches and those that it does not, each list separated by blanks. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    *.tmp        | a.tmp .tmp ${x}.tmp        | a/b.tmp a.tmpx A.TMP
                    **.tmp       | a.tmp a/b.tmp .tmp         | a.tmpx
                    **/*.tmp     | a.tmp a/b.tmp a/b/c.tmp    | a/b.tmp/c
                    a/**         | a/b a/b/c a/               | a b/a/c
                    a/**/b       | a/b a/x/b a/x/y/b          | a/xb ab
                    a?c          | abc a.c a\u00e9c                | ac a/c abbc
                    [a-c0]x      | ax cx 0x                   | dx -x
                    [!a-c]x      | dx -x                      | ax /x
                    []x]y        | ]y xy                      | y
                    [a-]y        | ay -y                      | by
                    {a,b/*}.jpg  | a.jpg b/c.jpg              | b.jpg c.jpg
                    {a,{b,c}d}   | a bd cd                    | b ad
                    a,b}         | a,b}                       | a
                    \\*\\[\\{\\\\  | *[{\\                    | a[{
                    .+(x)^$      | .+(x)^$                    | axx
                    a//b         | a//b                       | a/b
                    a/../b       | a/../b                     | b
                    dir/         | dir/                       | dir dir/x
                    \u00e9            | \u00e9                          | e\u0301
                    """)
    void matchWholeKeys(String glob, String matching, String others) {
        Filters only = Filters.parse("+ " + glob);

        for (String key : matching.split(" ", -1)) {
            assertThat(only.exclusion(key)).describedAs(key).isEmpty();
        }
        for (String key : others.split(" ", -1)) {
            assertThat(only.exclusion(key)).describedAs(key).hasValue("matched by no --include");
        }
    }

    @Test
    void matchLineBreaksAndCharactersBeyondTheBasicPlane() {
        assertThat(Filters.parse("+ a?b").exclusion("a\nb")).isEmpty();
        assertThat(Filters.parse("+ a?b").exclusion("a\ud83d\ude00b")).isEmpty();
        assertThat(Filters.parse("+ **").exclusion("a\n/\r\u2028")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"keep.log, ''", "a.log, excluded by --exclude '*.log'", "else, ''"})
    void letTheFirstThatMatchesDecide(String key, String exclusion) {
        Filters filters = Filters.parse("# comment\r\n\n+ keep.*\n  - *.log\n+ *.log\n");

        assertThat(filters.exclusion(key).orElse("")).isEqualTo(exclusion);
    }

    @Test
    void includeAllWithoutRules() {
        assertThat(Filters.NONE.exclusion("")).isEmpty();
        assertThat(Filters.parse("").exclusion("a/b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    + a[b | the glob "a[b", which has a [ without ]; write \\[ for the character itself
                    + {a,b | the glob "{a,b", which has a { without }; write \\{ for the character itself
                    - [z-a] | the glob "[z-a]", which has a range that runs backwards; write \\- for the character itself
                    - a\\ | the glob "a\\", which has a backslash with nothing behind it; write \\\\ for the character itself
                    * x | the line "* x"; write + GLOB to include or - GLOB to exclude
                    + | the line "+"; write + GLOB to include or - GLOB to exclude
                    """)
    void nameWhatCannotBeRead(String rules, String message) {
        assertThatExceptionOfType(InvalidFilterException.class)
                .isThrownBy(() -> Filters.parse(rules))
                .withMessage(message);
    }
}
