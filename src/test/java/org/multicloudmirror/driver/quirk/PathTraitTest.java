package org.multicloudmirror.driver.quirk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.storage.Keys;

class PathTraitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a//b EMPTY_SEGMENT a/b",
                "a///b//c EMPTY_SEGMENT a/b/c",
                "/a LEADING_SLASH a",
                "a/./b DOT_SEGMENT a/b",
                "a/b/../c DOT_SEGMENT a/c",
                "../a DOT_SEGMENT a",
                "a/b/.. DOT_SEGMENT a/",
                "a%41 ESCAPE aA",
                "a+b%2B PLUS a+b+",
                "a;v=1/b SEMICOLON a/b",
                "a\\b BACKSLASH a/b",
                "e\u0301 DECOMPOSED \u00e9",
                "\u00e9 COMPOSED e\u0301",
                "\ufb01 FOREIGN fi",
            })
    void tellsWhatAKeyIsTakenFor(String key, PathTrait trait, String alias) {
        assertThat(PathTrait.of(key)).contains(trait);
        assertThat(PathTrait.aliases(key)).contains(alias).doesNotContain(key, "");
    }

    @Test
    void changesAddUp() {
        assertThat(PathTrait.aliases("/a//%41/./b")).contains("a/A/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a b/c.txt", "...", "a/.b/c..", "a/"})
    void aPlainKeyHasNone(String key) {
        assertThat(PathTrait.of(key)).isEmpty();
        assertThat(PathTrait.aliases(key)).isEmpty();
    }

    /** Otherwise nothing would be proven of it, or for it. */
    @Test
    void everyOtherKeyHasOne() {
        List.of("100%", "%zz", "\u0001", "\u007f", "\ud83d\ude00", ".", "..", "//", "/", "a/..", "+", ";", "\\")
                .forEach(key -> {
                    assertThat(Keys.isPlain(key)).as(key).isFalse();
                    assertThat(PathTrait.of(key)).as(key).isNotEmpty();
                });
    }
}
